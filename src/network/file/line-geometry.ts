/** Lines on the map, cut where they cross the 180th meridian, as RFC 7946 (section 3.1.9) asks; and joined again. */

/** Longitude and latitude, degrees. */
export type Position = readonly [number, number]

export type LineGeometry =
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }

/** A line through points of −180 to 180 degrees, each leg the short way round. */
export function cutLine(points: readonly Position[]): LineGeometry {
  const pieces: Position[][] = [[points[0]!]]
  for (let k = 1; k < points.length; k++) {
    const [before, after] = [points[k - 1]!, points[k]!]
    if (Math.abs(after[0] - before[0]) > 180) {
      const edge = before[0] > 0 ? 180 : -180
      const [left, right] = [Math.abs(edge - before[0]), Math.abs(edge + after[0])]
      // Between two points on the meridian itself, written from its two sides, there is nothing to divide.
      const part = left + right === 0 ? 0 : left / (left + right)
      const latitude = before[1] + part * (after[1] - before[1])
      pieces.at(-1)!.push([edge, latitude])
      pieces.push([[-edge, latitude]])
    }
    pieces.at(-1)!.push(after)
  }
  return pieces.length === 1
    ? { type: 'LineString', coordinates: pieces[0]! }
    : { type: 'MultiLineString', coordinates: pieces }
}

/** The points of a line that was cut, without those of the cuts; undefined where its pieces do not meet there. */
export function joinPieces(pieces: readonly (readonly Position[])[]): Position[] | undefined {
  const line: Position[] = []
  for (const [k, piece] of pieces.entries()) {
    const next = pieces[k + 1]
    if (next !== undefined && !meet(piece.at(-1)!, next[0]!)) return undefined
    line.push(...piece.slice(k === 0 ? 0 : 1, next === undefined ? undefined : -1))
  }
  return line
}

/** Degrees by which the two sides of a cut may differ. */
const NEAR = 1e-6

function meet([longitude, latitude]: Position, [other, otherLatitude]: Position): boolean {
  return (
    Math.abs(Math.abs(longitude) - 180) <= NEAR &&
    Math.abs(longitude + other) <= NEAR &&
    Math.abs(latitude - otherLatitude) <= NEAR
  )
}

/** An angle brought between −180 and 180 degrees; one that lies there stays as it is. */
export function turned(degrees: number): number {
  return Math.abs(degrees) <= 180 ? degrees : degrees - 360 * Math.round(degrees / 360)
}
