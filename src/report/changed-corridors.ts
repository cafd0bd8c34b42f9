/** Which corridors a scenario moves most, one for each trunk. */
import type { CentralResult } from '../scenario/result/central-result.js'
import type { CorridorResult } from '../scenario/result/result.js'

interface Changed {
  readonly result: Pick<CentralResult, 'corridors' | 'scenario'>
}

/** The corridor whose time changes most by share of its journey; one that closes or opens comes first. */
export function mostChangedCorridors({ result }: Changed, most: number): CorridorResult[] {
  const change = (corridor: CorridorResult) => {
    const { before, after } = corridor.days
    if (before === null && after === null) return 0
    if (before === null || after === null) return 2
    const share = Math.abs(after - before) / Math.max(before, after, 1e-9)
    return Math.abs(after - before) < 0.05 ? 0 : share
  }
  const ranked = result.corridors
    .map(corridor => ({ corridor, change: change(corridor) }))
    .filter(entry => entry.change > 0)
    .sort((a, b) => b.change - a.change)
  // Of corridors that change about as much, the one that the scenario's title speaks of, then the common trunk.
  const top = ranked[0]?.change ?? 0
  const words = new Set(wordsOf(result.scenario.title))
  const named = (corridor: CorridorResult) => wordsOf(corridor.name).filter(word => words.has(word)).length
  const alikeInTime = ranked.filter(entry => entry.change >= 0.8 * top).map(entry => entry.corridor)
  const mostNamed = Math.max(0, ...alikeInTime.map(named))
  const candidates = alikeInTime.filter(corridor => named(corridor) === mostNamed)
  const shared = (corridor: CorridorResult) => sharedPlaces(corridor, candidates)
  const known = [...candidates].sort((a, b) => shared(b) - shared(a) || (a.id < b.id ? -1 : 1))[0]
  ranked.sort((a, b) => Number(b.corridor === known) - Number(a.corridor === known) || b.change - a.change)
  const chosen: CorridorResult[] = []
  for (const { corridor } of ranked) {
    if (chosen.length >= most) break
    const alike = chosen.some(other => {
      const places = new Set(other.places)
      const shared = corridor.places.filter(place => places.has(place)).length
      return shared > 0.45 * Math.min(places.size, corridor.places.length)
    })
    if (!alike) chosen.push(corridor)
  }
  return chosen
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}

/** Places of a corridor that the others pass too, as a mean share: the trunk that they have in common scores highest. */
function sharedPlaces(corridor: CorridorResult, others: readonly CorridorResult[]): number {
  let sum = 0
  for (const other of others) {
    const places = new Set(other.places)
    sum += corridor.places.filter(place => places.has(place)).length / Math.max(1, corridor.places.length)
  }
  return sum / Math.max(1, others.length)
}
