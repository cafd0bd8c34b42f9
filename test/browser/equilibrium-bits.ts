/** The bits of equilibria of generated worlds, as text: runs in Node and in a page. */
import { solveManySector } from '../../src/equilibrium/many-sector/solve.js'
import { realSpendingDerivatives } from '../../src/equilibrium/one-sector/derivatives.js'
import { solveOneSector } from '../../src/equilibrium/one-sector/solve.js'
import type { OneSectorOptions } from '../../src/equilibrium/one-sector/world.js'
import { uniformDraw } from '../../src/numeric/random.js'

const N = 24
const SECTORS = 5

export function equilibriumBits(): string {
  const one = oneSectorWorld()
  const change = {
    icebergHat: one.flows.map((_, ij) => (ij % (N + 1) === 0 ? 1 : 0.7 + 0.6 * uniformDraw(7, 'hat', ij))),
    newTariff: one.tariff.map(rate => rate / 3),
  }
  const closures: OneSectorOptions[] = [
    {},
    { balances: 'multiplicative', numeraire: { priceOf: 'E3' } },
    { balances: 'zero' },
    { endowment: 'conditional' },
  ]
  const lines = closures.map(options => bits(solveOneSector(one, change, options).newFlows))
  const { response, marketResponse } = realSpendingDerivatives(one)
  lines.push(bits(response), bits(marketResponse))
  const many = manySectorWorld(one)
  const solved = solveManySector(many, { newTariff: many.tariff.map(rate => rate / 2) })
  lines.push(bits(solved.newFlows), bits(solved.realIncomeHat))
  return lines.join('\n')
}

function oneSectorWorld() {
  const flows = Float64Array.from({ length: N * N }, (_, ij) =>
    ij % (N + 1) === 0 ? 300 + 500 * uniformDraw(7, 'home', ij) : 1 + 9 * uniformDraw(7, 'flow', ij),
  )
  const tariff = flows.map((_, ij) => (ij % (N + 1) === 0 ? 0 : 0.2 * uniformDraw(7, 'tariff', ij)))
  return { economies: Array.from({ length: N }, (_, i) => `E${i}`), flows, tariff, tradeElasticity: 5.03 }
}

function manySectorWorld({ economies, flows, tariff }: ReturnType<typeof oneSectorWorld>) {
  const repeated = (cells: Float64Array, factor: (sector: number) => number) =>
    Float64Array.from({ length: SECTORS * N * N }, (_, cell) => {
      const sector = Math.floor(cell / (N * N))
      return cells[cell % (N * N)]! * factor(sector)
    })
  return {
    economies,
    sectors: Array.from({ length: SECTORS }, (_, s) => `S${s}`),
    flows: repeated(flows, sector => 1 + sector / 2),
    tariff: repeated(tariff, sector => (sector + 1) / SECTORS),
    valueAddedShare: new Float64Array(SECTORS * N).fill(0.6),
    inputShare: new Float64Array(N * SECTORS * SECTORS).fill(1 / SECTORS),
    tradeElasticity: Float64Array.from({ length: SECTORS }, (_, s) => 3 + s),
  }
}

/** FNV-1a over the bytes, eight hex digits, and the length. */
function bits(values: Float64Array): string {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return `${values.length} ${(hash >>> 0).toString(16).padStart(8, '0')}`
}
