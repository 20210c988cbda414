import { inject } from 'vitest'
import { createListed, documentWith } from '@/lib/agents/testing/documents'
import { createTeam, type Team, write } from '@/lib/agents/testing/writing'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { type Explainer, openExplainer } from '@/lib/db/testing/statements'
import { fill } from '@/lib/generator/fill'
import { multiply } from '@/lib/generator/testing/multiply'
import { registry } from '@/lib/registry'

/** A workspace of a hundred thousand agents beside one of a thousand, and a way to ask Postgres what it does for them. */
export type HundredThousand = {
  readonly opened: TestDatabase
  readonly team: Team
  readonly small: Team
  readonly explainer: Explainer
  readonly close: () => Promise<void>
}

const TIMES = 50
const MADE = 2_000
const MADE_SMALL = 20
export const AGENTS = MADE * TIMES

export async function openHundredThousand(): Promise<HundredThousand> {
  const opened = await openTestDatabase('embedded')
  const [team, small] = [await createTeam(opened.db), await createTeam(opened.db)]
  const { databaseUrl } = registry()
  const until = new Date()
  for (const [{ workspaceId }, agents] of [
    [team, MADE],
    [small, MADE_SMALL],
  ] as const) {
    const plan = { seed: 3, listed: 0.5, until, authors: [], byline: 'The generator' }
    await fill(databaseUrl, { ...plan, workspaceId, agents }, () => {})
  }
  await multiply(superuserOf(databaseUrl, inject('servers').embedded?.adminUrl ?? ''), TIMES)
  const document = documentWith({ tags: [RARE], summary: `What only two say: ${RARE}.` })
  await write(team, RARE, document)
  await createListed(opened.db, small.workspaceId, RARE, document)
  const explainer = await openExplainer(databaseUrl)
  const close = async () => {
    await explainer.close()
    await opened.close()
  }
  return { opened, team, small, explainer, close }
}

/** A word and a tag of one agent here and of one in the library. */
export const RARE = 'xylophonic'

/** Copies have none of the texts that they were made from. */
export const WITH_TEXTS = { name: { not: { contains: '-copy-' } } }

/** The same database by the role that may do everything. */
const superuserOf = (databaseUrl: string, adminUrl: string): string =>
  adminUrl.replace(/[^/]+$/, new URL(databaseUrl).pathname.slice(1))
