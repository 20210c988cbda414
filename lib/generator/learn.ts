import type { Bulk } from '@/lib/db/bulk'
import type { Row } from '@/lib/db/row'
import type { FaceTable } from '@/lib/generator/rows'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { learnSql } from '@/lib/search/learn'
import { isSpelled, LETTERS_MIN } from '@/lib/search/spelling'
import { wordsOfVector } from '@/lib/search/words'

/** The words that somebody may mistype, of what belongs to a workspace or to the library. */
export type Learner = {
  /** Those of a row that none before it had: after the first thousands hardly a word. */
  readonly newIn: (row: Row) => readonly string[]
  readonly learn: (bulk: Bulk, words: readonly string[]) => Promise<void>
}

export const learnersOf = (workspaceId: string): Readonly<Record<FaceTable, Learner>> => ({
  listings: learnerOf(LIBRARY_SCOPE),
  agent_cards: learnerOf(workspaceId),
})

function learnerOf(scope: string): Learner {
  const known = new Set<string>()
  return {
    newIn: ({ words }) => {
      const unknown = wordsOfVector(String(words?.value)).filter(
        (word) => word.length >= LETTERS_MIN && !known.has(word),
      )
      for (const word of unknown) known.add(word)
      return unknown.filter(isSpelled)
    },
    learn: async (bulk, words) => {
      if (words.length === 0) return
      const { text, values } = learnSql(scope, words)
      await bulk.rows(text, values)
    },
  }
}
