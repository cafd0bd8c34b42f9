/** Waits outside every route: what a shipment waits at its origin or destination, which published times from door to door count. */
import type { EndWait, Mode, NetworkTables } from '../../dataset/dataset.js'

/**
 * The wait at one end, where the dataset has one; hours are for a single shipment.
 *
 * No route, share or cost of the model counts it: it is the same for every way by that mode, and known for few places.
 */
export function endWait(
  network: Pick<NetworkTables, 'endWaits'>,
  placeId: string,
  mode: Mode,
  end: EndWait['end'],
): EndWait | undefined {
  return network.endWaits?.find(wait => wait.placeId === placeId && wait.mode === mode && wait.end === end)
}
