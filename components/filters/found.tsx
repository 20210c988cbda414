import type { Fragment, Part } from '@/lib/search/highlight'
import type { Correction } from '@/lib/search/spelling'

/** A text with what was searched for marked in it. */
export const Marked = ({ parts }: { parts: readonly Part[] }) =>
  parts.map(({ text, isFound }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name than their place.
    isFound ? <mark key={at}>{text}</mark> : text,
  )

/** Where else in a document something was found. */
export const Fragments = ({ fragments }: { fragments: readonly Fragment[] }) =>
  fragments.map(({ where, parts }) => (
    <p key={where} className="mt-1 text-xs break-words text-ink-soft">
      <span className="font-medium">{where}: </span>
      <Marked parts={parts} />
    </p>
  ))

/** How much a list has, and how far it was looked through. */
export function Count({
  count,
  countMax,
  corrections,
  isRanked,
}: {
  count: number
  countMax: number
  corrections: readonly Correction[]
  isRanked: boolean
}) {
  return (
    <div role="status" className="mb-4 space-y-1 text-sm text-ink-soft">
      {corrections.map(({ typed, shown }) => (
        <p key={typed} className="text-ink">
          Nothing has “{typed}”: shown is “{shown}”.
        </p>
      ))}
      <p>
        {countText(count, countMax)}
        {isRanked && count > 1 && ', best match first'}
        {isRanked &&
          count > countMax &&
          `. The first ${countMax.toLocaleString('en')} matches are ranked: another word or a filter brings fewer.`}
      </p>
    </div>
  )
}

function countText(count: number, countMax: number): string {
  if (count > countMax) return `${countMax.toLocaleString('en')}+ agents`
  return count === 1 ? '1 agent' : `${count.toLocaleString('en')} agents`
}
