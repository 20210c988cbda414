import type { Explained, Reading } from '@/lib/db/testing/statements'

/** What grows with the agents; a handful of rows may be read in any way. */
export const LARGE = [
  ...['agents', 'agent_cards', 'drafts', 'revisions', 'listings', 'movements', 'public_names'],
  ...['tallies', 'search_words', 'audit_events'],
]

/** A filter that keeps more than this share of what it reads may as well read a table from its beginning. */
const SHARE_MIN = 1 / 20
/** So many rows may be read for one that is given. */
const READ_FOR_ONE_MAX = 10
/** And so many whatever is given: along an index that takes less than a page may wait for all its statements. */
export const READ_MAX = 15_000

/**
 * What a statement read of large tables although it had no use for it. A page must not read more than it shows makes up
 * for; a run or a file takes all that matches, and only what it drops again is in vain.
 */
export function wasteOf({ readings, given }: Explained, whose: 'page' | 'all'): readonly string[] {
  return readings
    .filter(({ table }) => LARGE.includes(table))
    .filter((reading) => {
      const rows = rowsOf(reading)
      if (reading.by === 'Seq Scan') return reading.kept < rows * SHARE_MIN
      return rows > Math.max(READ_MAX, READ_FOR_ONE_MAX * (whose === 'page' ? given : reading.kept))
    })
    .map(
      (reading) => `${reading.by} of ${reading.table} reads ${rowsOf(reading)} rows, keeps ${reading.kept}`,
    )
}

const rowsOf = ({ kept, dropped }: Reading): number => kept + dropped
