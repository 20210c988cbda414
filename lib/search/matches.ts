/** So many matches are counted and ranked: more would cost more than it tells. */
export const MATCHES_MAX = 1_000
