/** Whether two arrays hold the same numbers. */
export function sameValues<Values extends Float64Array | Uint8Array>(a: Values, b: Values): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
