/** Of when a revision is, by the clock of the database, and how old the workspace lets a report become. */
export type Age = { readonly publishedAt: Date; readonly now: Date; readonly outdatedAfterDays: number }

const DAY_MS = 24 * 60 * 60 * 1_000

/** Older than the workspace lets a report become. What is written in a draft makes nothing older. */
export const isTooOld = ({ publishedAt, now, outdatedAfterDays }: Age): boolean =>
  now.getTime() - publishedAt.getTime() > outdatedAfterDays * DAY_MS

/** For what shows one revision by its number: a newer one that can be read makes it outdated too. */
export const isOutdated = (age: Age, shown: number, newestPublished: number): boolean =>
  isTooOld(age) || shown < newestPublished
