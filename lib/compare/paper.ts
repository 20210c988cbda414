import { addresses } from '@/lib/report/addresses'
import { formatDay, isoDay } from '@/lib/report/dates'

/** What a comparison that leaves the app carries besides its view: a title, where it comes from, and of when. */
export type ComparisonPaper = {
  /** The name that it was saved under, or its agents. */
  readonly title: string
  readonly source: string
  readonly day: string
  readonly isoDay: string
  /** The address of the method. */
  readonly method: string
}

export const comparisonPaper = (
  title: string,
  source: string,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): ComparisonPaper => ({
  title,
  source,
  day: formatDay(now),
  isoDay: isoDay(now),
  method: `${publicUrl}${addresses.method()}`,
})
