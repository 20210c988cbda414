import { afterAll, beforeAll } from 'vitest'
import { createTeam, type Team } from '@/lib/agents/testing/writing'
import { bug } from '@/lib/base/assert'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { Which } from '@/lib/db/testing/servers'

/** A database and a team in it, from before the first test of a block until after its last. */
export function groundOn(which: Which): { readonly opened: TestDatabase; readonly team: Team } {
  let ground: { opened: TestDatabase; team: Team } | undefined
  beforeAll(async () => {
    const opened = await openTestDatabase(which)
    ground = { opened, team: await createTeam(opened.db) }
  })
  afterAll(() => ground?.opened.close())
  const made = () => ground ?? bug('There is no ground before the first test.')
  return {
    get opened() {
      return made().opened
    },
    get team() {
      return made().team
    },
  }
}
