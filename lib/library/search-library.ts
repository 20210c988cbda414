import { z } from 'zod'
import { readRevision } from '@/lib/assessment/read-stored'
import { database } from '@/lib/db/client'
import type { LibraryFilters } from '@/lib/library/filters'
import { type FoundLibrary, listLibrary } from '@/lib/library/queries'
import { findCorrected } from '@/lib/search/correct'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { type Fragment, fragmentsOf } from '@/lib/search/highlight'
import type { Correction } from '@/lib/search/spelling'
import { placesOf } from '@/lib/search/text'
import { wordsOf } from '@/lib/search/words'

export type SearchedLibrary = FoundLibrary & {
  /** As they were understood. */
  readonly filters: LibraryFilters
  readonly corrections: readonly Correction[]
  /** What was found besides the name and the summary, by the public name of the agent. */
  readonly fragments: ReadonlyMap<string, readonly Fragment[]>
}

/** A page of the library, with its search understood and what it found cut out. */
export async function searchLibrary(asked: LibraryFilters): Promise<SearchedLibrary> {
  const { asked: filters, corrections, found } = await findCorrected(LIBRARY_SCOPE, asked, listLibrary)
  return { ...found, filters, corrections, fragments: await cutOut(filters, found) }
}

const documents = z.array(z.object({ slug: z.string(), document: z.unknown() }))

/** Only the documents of this page are read, in the revisions that are listed. */
async function cutOut(
  { q = '' }: LibraryFilters,
  { rows }: FoundLibrary,
): Promise<SearchedLibrary['fragments']> {
  const words = wordsOf(q)
  if (words.length === 0 || rows.length === 0) return new Map()
  const found = documents.parse(
    await database().$queryRaw`
      SELECT l.slug, r.document FROM listings l JOIN revisions r ON r.agent_id = l.agent_id AND r.number = l.number
      WHERE l.slug = ANY(${rows.map(({ slug }) => slug)}) AND r.withdrawn_at IS NULL`,
  )
  const shown = new Map(rows.map(({ slug, name, summary }) => [slug, `${name} ${summary}`]))
  return new Map(
    found.map(({ slug, document }) => [
      slug,
      fragmentsOf(placesOf(readRevision(document)), words, shown.get(slug) ?? ''),
    ]),
  )
}
