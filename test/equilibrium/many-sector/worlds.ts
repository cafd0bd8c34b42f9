/** Many-sector worlds for tests: builders and generators. */
import fc from 'fast-check'
import type { ManySectorBaseline, ManySectorChange } from '../../../src/equilibrium/many-sector/world.js'
import type { ManySectorOracleChange, ManySectorOracleWorld } from '../../oracles/many-sector.js'

export interface ManySectorProblem {
  readonly baseline: ManySectorBaseline
  readonly change: ManySectorChange
}

/** Economies A, B, C, …; sectors s0, s1, …; one row of n × n flows for each sector. */
export function manySectorWorld(
  flows: readonly (readonly number[])[],
  {
    tariff = flows.map(cells => cells.map(() => 0)),
    valueAddedShare,
    inputShare,
    tradeElasticity = flows.map(() => 5),
  }: {
    tariff?: readonly (readonly number[])[]
    valueAddedShare?: readonly number[]
    inputShare?: readonly number[]
    tradeElasticity?: readonly number[]
  } = {},
): ManySectorBaseline {
  const n = Math.sqrt(flows[0]!.length)
  return {
    economies: Array.from({ length: n }, (_, i) => String.fromCharCode(65 + i)),
    sectors: flows.map((_, j) => `s${j}`),
    flows: Float64Array.from(flows.flat()),
    tariff: Float64Array.from(tariff.flat()),
    valueAddedShare: Float64Array.from(valueAddedShare ?? new Array(flows.length * n).fill(1)),
    ...(inputShare !== undefined && { inputShare: Float64Array.from(inputShare) }),
    tradeElasticity: Float64Array.from(tradeElasticity),
  }
}

/** Two equal economies, two sectors, the first traded at a tariff, the second not; both use both. */
export function twoByTwo(): ManySectorBaseline {
  return manySectorWorld(
    [
      [80, 20, 20, 80],
      [100, 0, 0, 100],
    ],
    {
      tariff: [
        [0, 0.1, 0.1, 0],
        [0, 0, 0, 0],
      ],
      valueAddedShare: [0.5, 0.5, 0.6, 0.6],
      inputShare: [0.7, 0.4, 0.3, 0.6, 0.7, 0.4, 0.3, 0.6],
      tradeElasticity: [4, 6],
    },
  )
}

export function unchanged(baseline: ManySectorBaseline): ManySectorChange {
  return { icebergHat: baseline.flows.map(() => 1), newTariff: baseline.tariff }
}

/** Cuts a flat J × n × n array into sectors and rows. */
export function matricesOf(flat: Float64Array, n: number): number[][][] {
  return Array.from({ length: flat.length / n / n }, (_, j) =>
    Array.from({ length: n }, (_, i) => [...flat.slice((j * n + i) * n, (j * n + i + 1) * n)]),
  )
}

export function manySectorOracleWorld(baseline: ManySectorBaseline): ManySectorOracleWorld {
  const n = baseline.economies.length
  const sectors = baseline.sectors.length
  const none = new Float64Array(n * sectors * sectors)
  return {
    flows: matricesOf(baseline.flows, n),
    tariff: matricesOf(baseline.tariff, n),
    beta: baseline.sectors.map((_, j) => [...baseline.valueAddedShare.slice(j * n, (j + 1) * n)]),
    gamma: matricesOf(baseline.inputShare ?? none, sectors),
    theta: [...baseline.tradeElasticity],
  }
}

export function manySectorOracleChange(
  baseline: ManySectorBaseline,
  { icebergHat, newTariff }: ManySectorChange,
): ManySectorOracleChange {
  const n = baseline.economies.length
  return {
    icebergHat: matricesOf(icebergHat ?? baseline.flows.map(() => 1), n),
    newTariff: matricesOf(newTariff, n),
  }
}

/**
 * Worlds of two to four economies and one to three sectors, the last of several not traded; unbalanced trade, tariffs
 * of up to 30 %, inputs scaled so that something of every sector is left for final demand, and changes of cost by a
 * third either way.
 */
export const anyManySectorProblem: fc.Arbitrary<ManySectorProblem> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, sectors]) => {
    const list = (length: number, value: fc.Arbitrary<number>) =>
      fc.array(value, { minLength: length, maxLength: length })
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    const cells = sectors * n * n
    return fc
      .record({
        home: list(sectors * n, between(50, 200)),
        abroad: list(
          cells,
          fc.oneof({ arbitrary: between(0.5, 10), weight: 4 }, { arbitrary: fc.constant(0), weight: 1 }),
        ),
        tariff: list(cells, between(0, 0.3)),
        newTariff: list(cells, between(0, 0.3)),
        icebergHat: list(cells, between(0.75, 1.33)),
        valueAddedShare: list(sectors * n, between(0.3, 1)),
        inputs: list(n * sectors * sectors, between(0.05, 1)),
        tradeElasticity: list(sectors, between(2, 9)),
      })
      .map(drawn => problemOf(n, sectors, drawn))
  })

function problemOf(
  n: number,
  sectors: number,
  drawn: Readonly<
    Record<
      | 'home'
      | 'abroad'
      | 'tariff'
      | 'newTariff'
      | 'icebergHat'
      | 'valueAddedShare'
      | 'inputs'
      | 'tradeElasticity',
      readonly number[]
    >
  >,
): ManySectorProblem {
  const isHome = (cell: number) => Math.floor(cell / n) % n === cell % n
  const isTraded = (cell: number) => sectors === 1 || cell < (sectors - 1) * n * n
  const flows = Float64Array.from(drawn.abroad, (flow, cell) => {
    if (isHome(cell)) return drawn.home[Math.floor(cell / n)]!
    // the first sector of the first economy reaches everybody, so that the world hangs together
    const linked = cell < n || (cell < n * n && cell % n === 0)
    return isTraded(cell) ? Math.max(flow, linked ? 0.5 : 0) : 0
  })
  const abroadOnly = (values: readonly number[], home: number) =>
    Float64Array.from(values, (value, cell) => (isHome(cell) ? home : value))
  const inputShare = Float64Array.from(drawn.inputs)
  for (let i = 0; i < n; i++) {
    for (let user = 0; user < sectors; user++) {
      const column = Array.from({ length: sectors }, (_, input) => (i * sectors + input) * sectors + user)
      const total = column.reduce((sum, cell) => sum + inputShare[cell]!, 0)
      for (const cell of column) inputShare[cell]! /= total
    }
  }
  const tariff = abroadOnly(drawn.tariff, 0)
  const baseline = {
    economies: Array.from({ length: n }, (_, i) => String.fromCharCode(65 + i)),
    sectors: Array.from({ length: sectors }, (_, j) => `s${j}`),
    flows,
    tariff,
    valueAddedShare: leavingFinalDemand(n, sectors, flows, drawn.valueAddedShare, inputShare),
    inputShare,
    tradeElasticity: Float64Array.from(drawn.tradeElasticity),
  }
  return {
    baseline,
    change: {
      icebergHat: abroadOnly(drawn.icebergHat, 1),
      newTariff: abroadOnly(drawn.newTariff, 0),
    },
  }
}

/** Value-added shares of an economy raised until its intermediate use is at most 80 % of its purchases of a sector. */
function leavingFinalDemand(
  n: number,
  sectors: number,
  flows: Float64Array,
  valueAddedShare: readonly number[],
  inputShare: Float64Array,
): Float64Array {
  const shares = Float64Array.from(valueAddedShare)
  for (let i = 0; i < n; i++) {
    let scale = 1
    for (let input = 0; input < sectors; input++) {
      let bought = 0
      let used = 0
      for (let partner = 0; partner < n; partner++) bought += flows[(input * n + partner) * n + i]!
      for (let user = 0; user < sectors; user++) {
        let made = 0
        for (let partner = 0; partner < n; partner++) made += flows[(user * n + i) * n + partner]!
        used += inputShare[(i * sectors + input) * sectors + user]! * (1 - shares[user * n + i]!) * made
      }
      if (used > 0.8 * bought) scale = Math.min(scale, (0.8 * bought) / used)
    }
    for (let user = 0; user < sectors; user++) shares[user * n + i] = 1 - scale * (1 - shares[user * n + i]!)
  }
  return shares
}

/** Numbers whose result must not depend on the run of the property tests. */
export const settings = { seed: 20240704, numRuns: 100 }
