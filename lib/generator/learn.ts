import type { Bulk } from '@/lib/db/bulk'
import type { Row } from '@/lib/db/row'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { learnSql } from '@/lib/search/learn'
import { isSpelled } from '@/lib/search/spelling'
import { wordsOfVector } from '@/lib/search/words'

/** Keeps the words that occur in the rows of a table, for those who mistype one. */
export type Learner = {
  readonly table: 'agent_cards' | 'listings'
  readonly learn: (bulk: Bulk, rows: readonly Row[]) => Promise<void>
}

export const learnersOf = (workspaceId: string): readonly Learner[] => [
  { table: 'agent_cards', learn: learnerOf(workspaceId) },
  { table: 'listings', learn: learnerOf(LIBRARY_SCOPE) },
]

/** Remembers what it has learnt, so that after the first thousands hardly a word is new. */
function learnerOf(scope: string): Learner['learn'] {
  const known = new Set<string>()
  return async (bulk, rows) => {
    const found = new Set<string>()
    for (const { words } of rows)
      for (const word of wordsOfVector(String(words?.value))) if (!known.has(word)) found.add(word)
    for (const word of found) known.add(word)
    const spelled = [...found].filter(isSpelled)
    if (spelled.length === 0) return
    const { text, values } = learnSql(scope, spelled)
    await bulk.rows(text, values)
  }
}
