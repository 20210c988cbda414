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

type Asking = { readonly q?: string | undefined }

/**
 * A search whose words all occur somewhere, as far as one mistake explains those that do not. Only what the searcher
 * may find is proposed: the words of a workspace to its members, those of the library to everybody.
 */
export const correctSearch = async <Asked extends Asking>(
  scope: string,
  asked: Asked,
): Promise<Corrected<Asked>> => confirm(scope, asked, await guess(scope, asked))

type Found<Asked, Rows> = Corrected<Asked> & { readonly found: Rows }

/** What is found by a search that is understood. As it is typed it nearly always is, so both are looked up at once. */
export async function findCorrected<Asked extends Asking, Rows>(
  scope: string,
  asked: Asked,
  find: (asked: Asked) => Promise<Rows>,
): Promise<Found<Asked, Rows>> {
  const [found, meant] = await Promise.all([find(asked), findMeant(scope, asked, find)])
  return meant ?? { asked, corrections: [], found }
}

/** The likeliest guess nearly always occurs, so it is searched for while that is looked up; nothing where nothing else is meant. */
async function findMeant<Asked extends Asking, Rows>(
  scope: string,
  asked: Asked,
  find: (asked: Asked) => Promise<Rows>,
): Promise<Found<Asked, Rows> | undefined> {
  const guesses = await guess(scope, asked)
  if (guesses.length === 0) return undefined
  const likely = corrected(
    asked,
    guesses.map(({ typed, meant: [shown = typed] }) => ({ typed, shown })),
  )
  const [confirmed, found] = await Promise.all([confirm(scope, asked, guesses), find(likely.asked)])
  if (confirmed.corrections.length === 0) return undefined
  const isLikely = confirmed.asked.q === likely.asked.q
  return { ...confirmed, found: isLikely ? found : await find(confirmed.asked) }
}

function corrected<Asked extends Asking>(asked: Asked, corrections: readonly Correction[]): Corrected<Asked> {
  if (corrections.length === 0) return { asked, corrections }
  const shownFor = new Map(corrections.map(({ typed, shown }) => [typed, shown]))
  const q = wordsOf(asked.q ?? '')
    .map((word) => shownFor.get(word) ?? word)
    .join(' ')
  return { asked: { ...asked, q }, corrections }
}

/** A word that no word begins with, and those that it may be a mistake for, the likeliest first. */
type Guess = { readonly typed: string; readonly meant: readonly string[] }

async function guess(scope: string, { q = '' }: Asking): Promise<readonly Guess[]> {
  const unknown = await findUnknown(scope, wordsOf(q).filter(isSpelled))
  const guesses = await Promise.all(
    unknown.slice(0, CORRECTED_MAX).map(async (typed) => ({ typed, meant: await findNear(scope, typed) })),
  )
  return guesses.filter(({ meant }) => meant.length > 0)
}

/** Of each guess the likeliest that occurs right now. */
async function confirm<Asked extends Asking>(
  scope: string,
  asked: Asked,
  guesses: readonly Guess[],
): Promise<Corrected<Asked>> {
  const confirmed = await Promise.all(
    guesses.map(async ({ typed, meant }) => {
      for (const shown of meant) if (await occurs(scope, shown)) return { typed, shown }
      return undefined
    }),
  )
  return corrected(
    asked,
    confirmed.filter((correction) => correction !== undefined),
  )
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

async function findNear(scope: string, typed: string): Promise<readonly string[]> {
  const near = wordRows.parse(
    await database().$queryRaw`
      SELECT s.word FROM search_words s
      WHERE s.scope = ${scope}::uuid AND s.variants && ${[...variantsOf(typed)]}::text[]
      LIMIT ${NEAR_MAX}`,
  )
  const meant = near.map(({ word }) => word).filter((word) => isOneMistakeAway(typed, word))
  return likeliestFirst(typed, meant).slice(0, TRIED_MAX)
}

/** What was taken away since the last sweep is known, but no longer found, and must not be told of. */
const occurs = async (scope: string, word: string): Promise<boolean> =>
  (await countMatches(Prisma.sql`${rowsOf(scope)} AND c.words @@ (SELECT ${`'${word}'`}::tsquery)`)) > 0
