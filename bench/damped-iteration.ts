import { exp, log, power } from '../src/numeric/elementary.js'

/** The textbook way, without tariffs: each wage moves by its excess demand over 1 + θ, to 1e-12. */
export function dampedIteration(flows: Float64Array, icebergHat: Float64Array, theta: number) {
  const n = Math.sqrt(flows.length)
  const income = new Float64Array(n)
  const spending = new Float64Array(n)
  flows.forEach((flow, ij) => {
    income[Math.floor(ij / n)]! += flow
    spending[ij % n]! += flow
  })
  const world = income.reduce((total, y) => total + y, 0)
  const pull = flows.map((flow, ij) => {
    const hat = icebergHat[ij]!
    return (flow / spending[ij % n]!) * (hat === 1 ? 1 : power(hat, -theta))
  })
  const wageHat = new Float64Array(n).fill(1)
  const attraction = new Float64Array(n)
  const demand = new Float64Array(n)
  for (let passes = 1; passes < 10_000; passes++) {
    for (let i = 0; i < n; i++) attraction[i] = exp(-theta * log(wageHat[i]!))
    demand.fill(0)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) demand[j]! += pull[i * n + j]! * attraction[i]!
    }
    for (let j = 0; j < n; j++) demand[j] = (spending[j]! + (wageHat[j]! - 1) * income[j]!) / demand[j]!
    let largest = 0
    let total = 0
    for (let i = 0; i < n; i++) {
      let sales = 0
      for (let j = 0; j < n; j++) sales += pull[i * n + j]! * demand[j]!
      const excess = log((sales * attraction[i]!) / (wageHat[i]! * income[i]!))
      largest = Math.max(largest, Math.abs(excess))
      wageHat[i]! *= exp(excess / (1 + theta))
      total += wageHat[i]! * income[i]!
    }
    if (largest < 1e-12) return { wageHat, passes }
    for (let i = 0; i < n; i++) wageHat[i]! *= world / total
  }
  throw new Error('plain iteration did not settle')
}
