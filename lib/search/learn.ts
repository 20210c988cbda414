import { z } from 'zod'
import { database, Prisma, type Queryable } from '@/lib/db/client'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { isSpelled, variantsOf } from '@/lib/search/spelling'

const wordRows = z.array(z.object({ word: z.string() }))
const placeRows = z.array(z.object({ scope: z.string(), word: z.string() }))

/**
 * Keeps which words occur in a workspace, or in the library, for those who mistype one; in the transaction that writes
 * what they occur in. Nearly always all of them are known already. Those that are not are written in their order, so
 * that two who write the same ones wait for each other instead of in a circle.
 */
export async function learnWords(tx: Queryable, scope: string, words: readonly string[]): Promise<void> {
  const spelled = [...new Set(words)].filter(isSpelled)
  if (spelled.length === 0) return
  const unknown = wordRows.parse(
    await tx.$queryRaw`
      SELECT w.word FROM unnest(${spelled}::text[]) AS w(word)
      WHERE NOT EXISTS (SELECT 1 FROM search_words s WHERE s.scope = ${scope}::uuid AND s.word = w.word COLLATE "C")`,
  )
  if (unknown.length === 0) return
  await tx.$executeRaw(
    learnSql(
      scope,
      unknown.map(({ word }) => word),
    ),
  )
}

/** Adds words to those that are known, by one statement. */
export function learnSql(scope: string, words: readonly string[]): Prisma.Sql {
  const learnt = words.map((word) => ({ word, variants: variantsOf(word) }))
  return Prisma.sql`
    INSERT INTO search_words (scope, word, variants)
    SELECT ${scope}::uuid, l.word, l.variants
    FROM jsonb_to_recordset(${JSON.stringify(learnt)}::jsonb) AS l(word text, variants text[])
    ORDER BY l.word COLLATE "C"
    ON CONFLICT DO NOTHING`
}

const SWEPT_AT_ONCE = 200

/** Forgets the words that nothing says any more, a few at a time: nobody waits for it, and it holds nothing for long. */
export async function sweepWords(): Promise<void> {
  let after: { readonly scope: string; readonly word: string } | undefined
  do after = await sweepBatch(after)
  while (after)
}

/** Where the batch ended, until all words are through. */
async function sweepBatch(after: { readonly scope: string; readonly word: string } | undefined) {
  const batch = placeRows.parse(
    await database().$queryRaw`
      SELECT s.scope, s.word FROM search_words s
      ${after ? Prisma.sql`WHERE (s.scope, s.word) > (${after.scope}::uuid, ${after.word})` : Prisma.empty}
      ORDER BY s.scope, s.word LIMIT ${SWEPT_AT_ONCE}`,
  )
  for (const scope of new Set(batch.map((place) => place.scope)))
    await forget(
      scope,
      batch.filter((place) => place.scope === scope).map(({ word }) => word),
    )
  return batch.length === SWEPT_AT_ONCE ? batch.at(-1) : undefined
}

const forget = (scope: string, words: readonly string[]) =>
  database().$executeRaw`
    DELETE FROM search_words s WHERE s.scope = ${scope}::uuid AND s.word = ANY(${[...words]}::text[])
      AND NOT EXISTS (SELECT 1 FROM ${rowsOf(scope)} AND c.words @@ quote_literal(s.word)::tsquery)`

/** The rows of a workspace, or of the library; conditions may follow. */
export const rowsOf = (scope: string): Prisma.Sql =>
  scope === LIBRARY_SCOPE
    ? Prisma.sql`listings c WHERE true`
    : Prisma.sql`agent_cards c WHERE c.workspace_id = ${scope}::uuid`
