/** From the recorded turnover of a bloc to the one that the model starts from, in numbers that add up as they are shown. */
import { roundedToSum } from '../numeric/rounded-to-sum.js'
import type { Result } from '../scenario/result/result.js'

type TurnoverBridge = NonNullable<Result['bloc']['turnoverBridge']>

export interface RoundedBridge {
  readonly recorded: number
  readonly joined: readonly { readonly iso3: string; readonly host: string; readonly value: number }[]
  readonly adjustments: number
  readonly model: number
}

/** @param unitMusd million USD in the unit that is shown. */
export function roundedBridge(
  { recordedMusd, joined, adjustmentMusd, modelMusd }: TurnoverBridge,
  unitMusd: number,
  decimals: number,
): RoundedBridge {
  const [recorded] = roundedToSum([recordedMusd / unitMusd], decimals)
  const [model] = roundedToSum([modelMusd / unitMusd], decimals)
  const parts = [...joined.map(({ musd }) => musd), ...(adjustmentMusd === 0 ? [] : [adjustmentMusd])]
  const rounded = roundedToSum(
    parts.map(musd => musd / unitMusd),
    decimals,
    model! - recorded!,
  )
  return {
    recorded: recorded!,
    joined: joined.map(({ iso3, host }, k) => ({ iso3, host, value: rounded[k]! })),
    adjustments: adjustmentMusd === 0 ? 0 : rounded.at(-1)!,
    model: model!,
  }
}
