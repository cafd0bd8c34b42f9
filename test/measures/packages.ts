/** Packages written as levers, and what they come to. */
import type { Crossing, Dataset } from '../../src/dataset/dataset.js'
import { KeruenError } from '../../src/errors.js'
import { applyPackage, type PackageEffect } from '../../src/measures/apply.js'
import type { Measure } from '../../src/measures/measure.js'

export const relative = (factor: number) => ({ kind: 'relative', factor }) as const
export const absolute = (value: number) => ({ kind: 'absolute', value }) as const

export type Lever<M = Measure> = M extends Measure ? Omit<M, 'id' | 'title' | 'owners'> : never

export const packageOf = (...levers: Lever[]): Measure[] =>
  levers.map((lever, index) => ({ id: `m${index + 1}`, title: '', owners: [], ...lever }) as Measure)

export const options = (dataset: Dataset) => ({
  date: '2023-12-31',
  regime: '2024',
  parameters: dataset.parameters,
})

export function apply(dataset: Dataset, ...levers: Lever[]): PackageEffect {
  return applyPackage(dataset, packageOf(...levers), options(dataset))
}

export function codesOf(action: () => unknown): string[] {
  try {
    action()
  } catch (error) {
    if (error instanceof KeruenError) return error.issues.map(({ code, at }) => `${at?.field} ${code}`)
    throw error
  }
  return []
}

/** The first crossing of the small dataset. */
export const khorgos = ({ network }: PackageEffect): Crossing => network.crossings[0]!
