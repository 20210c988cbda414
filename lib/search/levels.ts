import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'

/**
 * A factor rated within one tenth, as one number: its place among `FACTOR_IDS`, and the tenth. 0.80 to 0.89 of the fourth
 * factor is 308, and its 1.00 is 310. Rows carry them as numbers because those of a range are many, and each is compared.
 */
export type Level = number

const HUNDREDTHS = 10
const PLACES_APART = 100

export const RATING_MAX = 100

const tenthOf = (hundredths: number): number => Math.floor(hundredths / HUNDREDTHS)

/** Of ratings in the order of `FACTOR_IDS`; a factor that the set does not have is at no level. */
export const levelsOf = (ratings: readonly (number | null)[]): readonly Level[] =>
  ratings.flatMap((rating, place) => (rating === null ? [] : [place * PLACES_APART + tenthOf(rating)]))

/** All levels that hold ratings from one to another, both included. */
export function levelsBetween(factor: FactorId, from: number, to: number): readonly Level[] {
  const first = FACTOR_IDS.indexOf(factor) * PLACES_APART
  const [low, high] = [tenthOf(from), tenthOf(to)]
  return Array.from({ length: high - low + 1 }, (_, step) => first + low + step)
}

export const everyLevel = (factor: FactorId): readonly Level[] => levelsBetween(factor, 0, RATING_MAX)

/** Whether the levels between two ratings hold nothing but these. */
export const isOfWholeLevels = (from: number, to: number): boolean =>
  from % HUNDREDTHS === 0 && (to === RATING_MAX || tenthOf(to + 1) > tenthOf(to))
