/**
 * Loading: what stands between a place and its trains or vessels where a journey begins or ends.
 *
 * Cargo comes to the station or the port of its own city on a lorry, as it comes to any other: it waits there and pays what the
 * change from road to that mode takes. Without it a city's own port would be worth the whole handling of another one, and could
 * not be closed for the city's cargo. A journey by lorry begins at the door.
 */
import type { Mode, NetworkTables, Terminal } from '../../dataset/dataset.js'

export interface Loading {
  /** Index of the place. */
  readonly place: number
  /** The mode that is boarded or left. */
  readonly mode: Mode
  /** Row of the terminal whose hours and charge it takes; undefined at a port of which no row is known, which takes nothing. */
  readonly terminal?: number
}

const LOADED_MODES: readonly Mode[] = ['rail', 'sea', 'ferry', 'inland_waterway']
const VESSELS: ReadonlySet<Mode> = new Set(['sea', 'ferry', 'inland_waterway'])
/** The other mode of a terminal's row, best first: vessels of a port that no road reaches are loaded from trains. */
const CARRIED_BY: readonly Mode[] = ['road', 'rail']

/** Whether a mode goes by water. */
export function isVessel(mode: Mode): boolean {
  return VESSELS.has(mode)
}

/** Ids of ports that vessels serve. */
export function portsWithVessels({ places, links }: NetworkTables): ReadonlySet<string> {
  const served = new Set(links.flatMap(({ mode, from, to }) => (isVessel(mode) ? [from, to] : [])))
  return new Set(places.flatMap(({ id, kind }) => (kind === 'port' && served.has(id) ? [id] : [])))
}

/**
 * Whether a row is the railway station of a port's city, which does not close with the port.
 *
 * @param ports see `portsWithVessels`.
 */
export function isStationOfPort(
  { placeId, modeA, modeB }: Pick<Terminal, 'placeId' | 'modeA' | 'modeB'>,
  ports: ReadonlySet<string>,
): boolean {
  return ports.has(placeId) && !isVessel(modeA) && !isVessel(modeB)
}

/**
 * Loadings in the order of places, then of modes: wherever cargo begins or ends, as a gateway's, at the end of a pipeline or at one
 * of `ends`, and a train or vessel serves the place. A station of which no row is known has none, so that trains are boarded freely.
 *
 * @param ends ids of places besides.
 */
export function loadingsOf(
  { places, links, terminals, gateways, bulkChains = [] }: NetworkTables,
  ends: readonly string[] = [],
): Loading[] {
  const used = new Set<string | undefined>([
    ...gateways.map(({ placeId }) => placeId),
    ...bulkChains.map(({ outlet }) => outlet),
    ...ends,
  ])
  const served = new Set(links.flatMap(({ mode, from, to }) => [`${from}|${mode}`, `${to}|${mode}`]))
  const rows = new Map<string, number>()
  terminals.forEach(({ placeId, modeA, modeB }, row) => {
    rows.set(`${placeId}|${modeA}|${modeB}`, row)
    rows.set(`${placeId}|${modeB}|${modeA}`, row)
  })
  return places.flatMap(({ id, kind }, place) => {
    if (!used.has(id)) return []
    return LOADED_MODES.flatMap(mode => {
      if (!served.has(`${id}|${mode}`)) return []
      const terminal = CARRIED_BY.flatMap(by =>
        by === mode ? [] : (rows.get(`${id}|${by}|${mode}`) ?? []),
      )[0]
      if (terminal !== undefined) return [{ place, mode, terminal }]
      return kind === 'port' && isVessel(mode) ? [{ place, mode }] : []
    })
  })
}

/** The row whose hours and charge loading takes at a place, gateway or not; undefined where it takes none or none is known. */
export function loadingAt(network: NetworkTables, placeId: string, mode: Mode): Terminal | undefined {
  const place = network.places.findIndex(({ id }) => id === placeId)
  const loading = loadingsOf(network, [placeId]).find(each => each.place === place && each.mode === mode)
  return loading?.terminal === undefined ? undefined : network.terminals[loading.terminal]
}
