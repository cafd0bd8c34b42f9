import { type RouteChoice, shareOf } from './nested-logit.js'

/**
 * What a change adds to the mean hours of one class of cargo at its **baseline** shares.
 *
 * Cargo on routes that are open in both states keeps its route. Cargo that a closing displaces moves to the mean of
 * the new choice, and cargo that an opening draws leaves the mean of the old one, each only in the direction of the
 * measure, so that an opening never costs and a closing never pays.
 *
 * @param old, next both chosen at `nodes` nodes.
 * @param onlyLoses routes open for no other reason than that others close: they draw nothing.
 */
export function displacedHours(
  old: RouteChoice,
  next: RouteChoice,
  node: number,
  nodes: number,
  onlyLoses = false,
): number {
  const { count, hours: hoursOld } = old.routes
  const { hours: hoursNew } = next.routes
  let before = 0
  let after = 0
  let more = 0
  let closedShare = 0
  let closedHours = 0
  let openedShare = 0
  let openedHours = 0
  for (let r = 0; r < count; r++) {
    const shareOld = shareOf(old, r, node, nodes)
    const shareNew = shareOf(next, r, node, nodes)
    before += shareOld * hoursOld[r]
    after += shareNew * hoursNew[r]
    if (old.available[r] === 1 && next.available[r] === 1) {
      more += shareOld * (hoursNew[r] - hoursOld[r])
    } else if (old.available[r] === 1) {
      closedShare += shareOld
      closedHours += shareOld * hoursOld[r]
    } else if (next.available[r] === 1) {
      openedShare += shareNew
      openedHours += shareNew * hoursNew[r]
    }
  }
  if (closedShare > 0) more += Math.max(0, closedShare * after - closedHours)
  if (openedShare > 0 && !onlyLoses) more += Math.min(0, openedHours - openedShare * before)
  return more
}
