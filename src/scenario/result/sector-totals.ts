/** Sum over sectors: J × n × n in, n × n out; the same array where there is one sector. */
export function sectorTotals(values: Float64Array, n: number): Float64Array {
  const cells = n * n
  if (values.length === cells) return values
  const total = new Float64Array(cells)
  for (let cell = 0; cell < values.length; cell++) total[cell % cells] += values[cell]
  return total
}
