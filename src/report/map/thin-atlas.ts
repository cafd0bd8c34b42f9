/** The atlas with fewer points: what is too fine to see in a frame, or far outside it, is left out. */
import type { Position } from 'geojson'
import type { Atlas } from './atlas.js'

/** West, south, east, north, degrees. */
export type Window = readonly [number, number, number, number]

/**
 * Drops points closer than `step` degrees to the point kept before them, alike on both sides of a border. Ends of arcs
 * stay, so that neighbours still meet; an arc outside the window keeps only its ends, whose chord lies outside too.
 */
export function thinAtlas(atlas: Atlas, step: number, window: Window): Atlas {
  const [scaleX, scaleY] = atlas.transform?.scale ?? [1, 1]
  const [moveX, moveY] = atlas.transform?.translate ?? [0, 0]
  const isDelta = atlas.transform !== undefined
  const arcs = atlas.arcs.map(arc => {
    const kept: Position[] = []
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    let [x, y] = [0, 0]
    let [lastX, lastY] = [Infinity, Infinity]
    for (let k = 0; k < arc.length; k++) {
      const point = arc[k]!
      x = isDelta ? x + point[0]! : point[0]!
      y = isDelta ? y + point[1]! : point[1]!
      const longitude = x * scaleX + moveX
      const latitude = y * scaleY + moveY
      if (longitude < west) west = longitude
      if (longitude > east) east = longitude
      if (latitude < south) south = latitude
      if (latitude > north) north = latitude
      const isEnd = k === 0 || k === arc.length - 1
      if (isEnd || Math.abs(longitude - lastX) + Math.abs(latitude - lastY) >= step) {
        kept.push([longitude, latitude])
        lastX = longitude
        lastY = latitude
      }
    }
    const isNear = west <= window[2] && east >= window[0] && south <= window[3] && north >= window[1]
    return isNear ? kept : [kept[0]!, kept[kept.length - 1]!]
  })
  const { transform: _, ...rest } = atlas
  return { ...rest, arcs }
}
