/** A slow and obvious twin of graph and least-cost tree: journeys by hand's rules, relaxed until nothing gets cheaper. */
import type { NetworkTables } from '../../src/dataset/dataset.js'

/**
 * At a place, on a mode, on one side of a border; `arrived` = what passing the place itself takes is still due,
 * `changed` = the mode was changed here already and is not changed again.
 */
interface Standing {
  readonly place: string
  readonly mode: string
  readonly side: string
  readonly arrived: boolean
  readonly changed: boolean
}

const keyOf = ({ place, mode, side, arrived, changed }: Standing): string =>
  [place, mode, side, arrived, changed].join('|')

/**
 * Least cost from one place to all, USD per TEU; Infinity (or no entry) where there is no way.
 *
 * @param timeValue USD per TEU and hour.
 */
export function slowLeastCosts(network: NetworkTables, from: string, timeValue: number): Map<string, number> {
  const border = new Map(network.places.map(place => [place.id, place.kind === 'border']))
  /** Whether the mode is changed once at most: at a border, and where every two modes have a row of their own. */
  const changesOnce = (place: string): boolean => {
    const rows = network.terminals.filter(row => row.placeId === place && row.modeA !== row.modeB)
    const modes = [...new Set(rows.flatMap(row => [row.modeA, row.modeB]))]
    const joined = (a: string, b: string) =>
      rows.some(row => (row.modeA === a && row.modeB === b) || (row.modeA === b && row.modeB === a))
    const complete = modes.length > 2 && modes.every(a => modes.every(b => a === b || joined(a, b)))
    return rows.length > 0 && (complete || border.get(place)!)
  }
  const once = new Map(network.places.map(({ id }) => [id, changesOnce(id)]))
  const sideOf = (place: string, mode: string, country: string | undefined): string =>
    border.get(place) && (mode === 'rail' || mode === 'road') ? (country ?? '') : ''
  const worth = (row: { hours: number }, usd: number): number => usd + timeValue * row.hours

  const reached = new Map<string, { standing: Standing; cost: number }>()
  let better = true
  const relax = (standing: Standing, cost: number): void => {
    const known = reached.get(keyOf(standing))
    if (known && known.cost <= cost) return
    reached.set(keyOf(standing), { standing, cost })
    better = true
  }
  for (const link of network.links) {
    for (const place of [link.from, link.to]) {
      const side = sideOf(place, link.mode, link.country)
      if (place === from)
        for (const arrived of [true, false])
          relax({ place, mode: link.mode, side, arrived, changed: false }, 0)
    }
  }
  while (better) {
    better = false
    for (const { standing, cost } of [...reached.values()]) {
      const { place, mode, side, arrived, changed } = standing
      const passing = network.terminals.find(
        row => row.placeId === place && row.modeA === mode && row.modeB === mode,
      )
      if (arrived)
        relax({ ...standing, arrived: false }, cost + (passing ? worth(passing, passing.usdPerTeu) : 0))
      if (!arrived) {
        for (const link of network.links) {
          if (link.status !== 'open' || link.mode !== mode || sideOf(place, mode, link.country) !== side)
            continue
          const next = link.from === place ? link.to : link.to === place ? link.from : undefined
          if (next === undefined) continue
          const there = {
            place: next,
            mode,
            side: sideOf(next, mode, link.country),
            arrived: true,
            changed: false,
          }
          relax(
            there,
            cost +
              worth(
                { hours: link.lengthKm / link.speedKmh },
                link.lumpUsd ?? link.lengthKm * link.costUsdPerTeuKm,
              ),
          )
        }
      }
      // What changes mode or country leaves at once, unless nothing is due at the place: then it may do both.
      if (!arrived && passing) continue
      for (const row of network.crossings) {
        if (row.placeId !== place || row.mode !== mode || row.fromCountry !== side || row.status !== 'open')
          continue
        relax({ place, mode, side: row.toCountry, arrived: false, changed }, cost + worth(row, row.feeUsd))
      }
      if (changed) continue
      for (const row of network.terminals) {
        if (row.placeId !== place || row.modeA === row.modeB || row.status !== 'open') continue
        const to = row.modeA === mode ? row.modeB : row.modeB === mode ? row.modeA : undefined
        if (to === undefined) continue
        const sides = new Set([
          ...network.links
            .filter(link => link.mode === to && (link.from === place || link.to === place))
            .map(link => sideOf(place, to, link.country)),
          ...network.crossings
            .filter(c => c.placeId === place && c.mode === to)
            .flatMap(c => [c.fromCountry, c.toCountry]),
        ])
        for (const other of sides) {
          if (side !== '' && other !== '' && side !== other) continue
          relax(
            { place, mode: to, side: other, arrived: false, changed: once.get(place)! },
            cost + worth(row, row.usdPerTeu),
          )
        }
      }
    }
  }
  const least = new Map<string, number>()
  for (const { standing, cost } of reached.values())
    least.set(standing.place, Math.min(cost, least.get(standing.place) ?? Number.POSITIVE_INFINITY))
  return least
}
