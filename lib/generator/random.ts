/** Chance that can be repeated: the same seed and number give the same choices, on every machine. */
export type Random = {
  /** At least 0 and below 1. */
  readonly next: () => number
  /** At least 0 and below `end`, as an integer. */
  readonly below: (end: number) => number
  readonly isIn: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** What stands at the front of the list far more often than what stands at its end, as words do in a text. */
  readonly pickFrequent: <T>(list: readonly T[]) => T
  /** Around 0, mostly within 1. */
  readonly bell: () => number
}

export function createRandom(seed: number, number: number): Random {
  const next = mulberry(mix(seed, number))
  const below = (end: number) => Math.floor(next() * end)
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index]
    if (found === undefined) throw new Error('There is nothing to choose from')
    return found
  }
  return {
    next,
    below,
    isIn: (share) => next() < share,
    pick: (list) => at(list, below(list.length)),
    pickFrequent: (list) => at(list, Math.floor(next() ** STEEPNESS * list.length)),
    bell: () => next() + next() + next() + next() - 2,
  }
}

/** With it the first tenth of the words is chosen nearly half of the time. */
const STEEPNESS = 2.7

/** An integer of 32 bits from two; neighbours have nothing in common. */
export function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** mulberry32: small, quick, and even enough for what nobody bets on. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let hash = Math.imul(state ^ (state >>> 15), 1 | state)
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash
    return ((hash ^ (hash >>> 14)) >>> 0) / 4_294_967_296
  }
}
