import { z } from 'zod'
import { database, Prisma } from '@/lib/db/client'
import { countMatches } from '@/lib/search/count-matches'
import { rowsOf } from '@/lib/search/learn'
import {
  type Correction,
  isOneMistakeAway,
  isSpelled,
  likeliestFirst,
  variantsOf,
} from '@/lib/search/spelling'
import { wordsOf } from '@/lib/search/words'

/** What is looked for in the end, and what of it was typed otherwise. */
export type Corrected<Asked> = { readonly asked: Asked; readonly corrections: readonly Correction[] }

/** More would be no search any more, and each of them costs. */
const CORRECTED_MAX = 5

/**
 * A search whose words all occur somewhere, as far as one mistake explains those that do not. Only what the searcher
 * may find is proposed: the words of a workspace to its members, those of the library to everybody.
 */
export async function correctSearch<Asked extends { readonly q?: string | undefined }>(
  scope: string,
  asked: Asked,
): Promise<Corrected<Asked>> {
  const words = asked.q === undefined ? [] : wordsOf(asked.q)
  const unknown = await findUnknown(scope, words.filter(isSpelled))
  const found = await Promise.all(unknown.slice(0, CORRECTED_MAX).map((typed) => correct(scope, typed)))
  const corrections = found.filter((correction) => correction !== undefined)
  if (corrections.length === 0) return { asked, corrections }
  const shownFor = new Map(corrections.map(({ typed, shown }) => [typed, shown]))
  const q = words.map((word) => shownFor.get(word) ?? word).join(' ')
  return { asked: { ...asked, q }, corrections }
}

/** What is found by a search that is understood. As it is typed it nearly always is, so both are looked up at once. */
export async function findCorrected<Asked extends { readonly q?: string | undefined }, Found>(
  scope: string,
  asked: Asked,
  find: (asked: Asked) => Promise<Found>,
): Promise<Corrected<Asked> & { readonly found: Found }> {
  const [corrected, found] = await Promise.all([correctSearch(scope, asked), find(asked)])
  return { ...corrected, found: corrected.corrections.length === 0 ? found : await find(corrected.asked) }
}

const wordRows = z.array(z.object({ word: z.string() }))

/** The words that no word begins with. */
async function findUnknown(scope: string, words: readonly string[]): Promise<readonly string[]> {
  if (words.length === 0) return []
  const found = await database().$queryRaw`
    SELECT w.word FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS w(word, place)
    WHERE NOT EXISTS (
      SELECT 1 FROM search_words s
      WHERE s.scope = ${scope}::uuid AND s.word >= w.word COLLATE "C" AND s.word < (w.word || ${LAST_LETTER}) COLLATE "C")
    ORDER BY w.place`
  return wordRows.parse(found).map(({ word }) => word)
}

/** Behind every letter, by the bytes that the words are ordered by. */
const LAST_LETTER = '\u{10FFFF}'

/** A text can hold a great many words that are nearly alike. */
const NEAR_MAX = 1_000
const TRIED_MAX = 10

async function correct(scope: string, typed: string): Promise<Correction | undefined> {
  const near = wordRows.parse(
    await database().$queryRaw`
      SELECT s.word FROM search_words s
      WHERE s.scope = ${scope}::uuid AND s.variants && ${[...variantsOf(typed)]}::text[]
      LIMIT ${NEAR_MAX}`,
  )
  const meant = near.map(({ word }) => word).filter((word) => isOneMistakeAway(typed, word))
  for (const shown of likeliestFirst(typed, meant).slice(0, TRIED_MAX))
    if (await occurs(scope, shown)) return { typed, shown }
  return undefined
}

/** What was taken away since the last sweep is known, but no longer found, and must not be told of. */
const occurs = async (scope: string, word: string): Promise<boolean> =>
  (await countMatches(Prisma.sql`${rowsOf(scope)} AND c.words @@ (SELECT ${`'${word}'`}::tsquery)`)) > 0
