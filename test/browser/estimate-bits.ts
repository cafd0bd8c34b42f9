/** The bits of estimates on a generated panel, as text: runs in Node and in a page. */
import type { EstimationData } from '../../src/gravity/fit/estimation-data.js'
import { estimateOls } from '../../src/gravity/fit/ols.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { exp } from '../../src/numeric/elementary.js'
import { uniformDraw } from '../../src/numeric/random.js'

const COUNTRIES = 20
const YEARS = 6

/** @param hasWebAssembly whether the estimators may use it; without it the plain kernels do the same. */
export function estimateBits(hasWebAssembly: boolean): string {
  const scope = globalThis as { WebAssembly?: unknown }
  const engine = scope.WebAssembly
  if (!hasWebAssembly) scope.WebAssembly = undefined
  try {
    const data = panel()
    const ppml = estimatePpml(data, { recoverEffects: true })
    const ols = estimateOls({ ...data, outcome: data.outcome.map(value => value + 1) })
    return [ppml, ols]
      .flatMap(({ coefficients, fittedMeans, covariance }) => [
        coefficients
          .map(({ estimate, standardError, pValue }) => `${estimate} ${standardError} ${pValue}`)
          .join(' '),
        String(fittedMeans.reduce((total, mean) => (Number.isNaN(mean) ? total : total * 0.99 + mean), 0)),
        [...covariance].join(' '),
      ])
      .concat(
        ppml.effectValues!.map(values =>
          String(values.reduce((total, value) => total * 0.9 + (value || 0), 0)),
        ),
      )
      .join('\n')
  } finally {
    scope.WebAssembly = engine
  }
}

function panel(): EstimationData {
  const size = COUNTRIES * COUNTRIES * YEARS
  const column = (value: (i: number, j: number, t: number, row: number) => number) =>
    Float64Array.from({ length: size }, (_, row) =>
      value(Math.floor(row / YEARS / COUNTRIES), Math.floor(row / YEARS) % COUNTRIES, row % YEARS, row),
    )
  const draw = (name: string, row: number) => uniformDraw(11, name, row)
  const pact = column((i, j, t) => (i !== j && draw('from', i * COUNTRIES + j) * 9 < t ? 1 : 0))
  const tariff = column((i, j, _, row) => (i === j ? 0 : 0.2 * draw('tariff', row)))
  const ids = (level: (i: number, j: number, t: number) => number) => Int32Array.from(column(level))
  return {
    outcome: column((i, j, _, row) =>
      draw('zero', row) < 0.1
        ? 0
        : exp(
            3 * draw('size', i) +
              2 * draw('size', j) +
              0.4 * pact[row]! -
              2 * tariff[row]! +
              draw('noise', row),
          ),
    ),
    regressors: [
      { name: 'pact', values: pact },
      { name: 'tariff', values: tariff },
    ],
    effects: [
      { name: 'exporter^year', ids: ids((i, _, t) => i * YEARS + t) },
      { name: 'importer^year', ids: ids((_, j, t) => j * YEARS + t) },
      { name: 'pair', ids: ids((i, j) => i * COUNTRIES + j) },
    ],
    clusters: [{ name: 'pair', ids: ids((i, j) => Math.min(i, j) * COUNTRIES + Math.max(i, j)) }],
  }
}
