import type { LaneRoutes } from './nested-logit.js'

const hours = { before: 0, after: 0 }

/**
 * Mean hours of one class of cargo at its **baseline** shares, before and after a change.
 *
 * Cargo on routes that are open in both states keeps its route. Cargo that a closing displaces moves to the mean of
 * the new choice, and cargo that an opening draws leaves the mean of the old one, each only in the direction of the
 * measure, so that an opening never costs and a closing never pays. Returns one record that is used again.
 *
 * @param onlyLoses routes open for no other reason than that others close: they draw nothing.
 */
export function displacedHours(
  old: LaneRoutes,
  next: LaneRoutes,
  onlyLoses = false,
): { readonly before: number; readonly after: number } {
  const { count, available, hours: hoursOld, share: shareOld } = old
  const { available: availableNew, hours: hoursNew, share: shareNew } = next
  let before = 0
  let after = 0
  let keptAfter = 0
  let closedShare = 0
  let closedHours = 0
  let openedShare = 0
  let openedHours = 0
  for (let r = 0; r < count; r++) {
    const oldHours = shareOld[r] * hoursOld[r]
    const newHours = shareNew[r] * hoursNew[r]
    before += oldHours
    after += newHours
    if (available[r] === 1 && availableNew[r] === 1) {
      keptAfter += shareOld[r] * hoursNew[r]
    } else if (available[r] === 1) {
      closedShare += shareOld[r]
      closedHours += oldHours
    } else if (availableNew[r] === 1) {
      openedShare += shareNew[r]
      openedHours += newHours
    }
  }
  hours.before = before
  hours.after = keptAfter
  if (closedShare > 0) hours.after += Math.max(closedHours, closedShare * after)
  if (openedShare > 0 && !onlyLoses) hours.after += Math.min(0, openedHours - openedShare * before)
  return hours
}

/** The same where no route opens or closes, so that nothing is displaced; the same bits. */
export function keptHours(
  old: LaneRoutes,
  next: LaneRoutes,
): { readonly before: number; readonly after: number } {
  const { count, hours: hoursOld, share } = old
  const { hours: hoursNew } = next
  let before = 0
  let after = 0
  for (let r = 0; r < count; r++) {
    before += share[r] * hoursOld[r]
    after += share[r] * hoursNew[r]
  }
  hours.before = before
  hours.after = after
  return hours
}
