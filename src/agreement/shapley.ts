/** The Shapley value of a game given by the worth of every coalition. */

/** Players of a game; beyond this 2^players worths are no longer a table. */
export const MOST_PLAYERS = 20

/**
 * Mean marginal worth of each player over all orders in which the players can come together:
 *
 *   φᵢ = Σ_{S ∌ i} |S|! (p − |S| − 1)! / p! × (v(S ∪ i) − v(S)).
 *
 * The values add up to v(all) − v(none), a player that adds nothing gets nothing, players that add alike get alike.
 *
 * @param worth 2^p numbers: v of the coalition whose members are the bits of the index; index 0 is nobody.
 * @returns p numbers, in the unit of `worth`.
 * @see Shapley (1953), "A value for n-person games", eq. 13.
 */
export function shapleyValues(worth: ArrayLike<number>): Float64Array {
  const players = 31 - Math.clz32(worth.length)
  if (worth.length !== 1 << players || players > MOST_PLAYERS) {
    throw new Error(
      `a game has a power of two of coalitions, at most 2^${MOST_PLAYERS}; found ${worth.length}`,
    )
  }
  const weight = orderWeights(players)
  const values = new Float64Array(players)
  for (let coalition = 0; coalition < worth.length; coalition++) {
    const size = bitCount(coalition)
    for (let player = 0; player < players; player++) {
      const alone = 1 << player
      if ((coalition & alone) !== 0) continue
      values[player]! += weight[size]! * (worth[coalition | alone]! - worth[coalition]!)
    }
  }
  return values
}

/** |S|! (p − |S| − 1)! / p! for |S| = 0 … p − 1: each is 1 over p times the ways to choose |S| out of p − 1. */
function orderWeights(players: number): Float64Array {
  const weight = new Float64Array(players)
  let ways = 1
  for (let size = 0; size < players; size++) {
    weight[size] = 1 / (players * ways)
    ways = (ways * (players - 1 - size)) / (size + 1)
  }
  return weight
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
