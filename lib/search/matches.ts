/** So many matches are counted and ranked, and more read as "1,000+": to know them would cost more than it tells. */
export const MATCHES_MAX = 1_000
