import { z } from 'zod'
import { type Bulk, openBulk } from '@/lib/db/bulk'
import type { Row } from '@/lib/db/row'
import { AGENTS_MAX, NUMBER_DIGITS, seedEnding } from '@/lib/generator/ids'
import { type Learner, learnersOf } from '@/lib/generator/learn'
import { createLife, type Plan } from '@/lib/generator/life'
import { type Rows, rowsOf, TABLES } from '@/lib/generator/rows'
import { createSlugs, type Slugs } from '@/lib/generator/slugs'

export type Fill = Plan & {
  readonly workspaceId: string
  readonly agents: number
}

type Batch = Readonly<Record<(typeof TABLES)[number], Row[]>>

/** Enough for the statement that writes it to be worth its while, and little enough to hold two of them. */
const BATCH = 2_000
/** How many are made between two looks at the database, which is waiting for the next rows meanwhile. */
const TURN = 20
const AUDITED_DAYS = 45

/** Writes new agents behind those of earlier runs with the same seed. One batch is made while the one before is written. */
export async function fill(url: string, wanted: Fill, note: (written: number) => void): Promise<void> {
  const bulk = await openBulk(url)
  try {
    const first = await nextNumber(bulk, wanted.seed)
    if (first + wanted.agents > AGENTS_MAX) throw new Error('This seed has no agents left')
    const slugs = await createSlugs(bulk, wanted.workspaceId)
    const learners = learnersOf(wanted.workspaceId)
    let writing: Promise<void> = Promise.resolve()
    for (let begun = 0; begun < wanted.agents; begun += BATCH) {
      const end = Math.min(begun + BATCH, wanted.agents)
      const making = make(wanted, slugs, first + begun, first + end)
      const [batch] = await Promise.all([making, writing])
      writing = write(bulk, batch, learners).then(() => note(end))
    }
    await writing
  } finally {
    await bulk.close()
  }
}

async function make(wanted: Fill, slugs: Slugs, first: number, end: number): Promise<Batch> {
  const batch: Batch = {
    ...{ agents: [], drafts: [], revisions: [], public_names: [] },
    ...{ agent_cards: [], listings: [], movements: [], audit_events: [] },
  }
  for (let number = first; number < end; number += 1) {
    const rows = rowsOfAgent(wanted, slugs, number)
    for (const table of TABLES) batch[table].push(...rows[table])
    if (number % TURN === 0) await new Promise(setImmediate)
  }
  return batch
}

/** The agent of that number with all that belongs to it. */
export function rowsOfAgent(wanted: Fill, slugs: Slugs, number: number): Rows {
  const life = createLife(wanted, number)
  const name = life.draft.document.name ?? ''
  return rowsOf(life, {
    workspaceId: wanted.workspaceId,
    slug: slugs.inWorkspace(name),
    publicSlug: life.visibility === 'listed' ? slugs.inLibrary(name) : '',
    auditedSince: new Date(wanted.until.getTime() - AUDITED_DAYS * 86_400_000),
  })
}

const write = (bulk: Bulk, batch: Batch, learners: readonly Learner[]): Promise<void> =>
  bulk.atOnce(async () => {
    for (const table of TABLES) await bulk.copy(table, batch[table])
    for (const { table, learn } of learners) await learn(bulk, batch[table])
  })

const lastRows = z.tuple([z.object({ last: z.string().nullable() })])

/** The ids of a seed end with their numbers. */
async function nextNumber(bulk: Bulk, seed: number): Promise<number> {
  const ending = seedEnding(seed)
  const found = await bulk.rows(
    `SELECT max(right(id::text, ${NUMBER_DIGITS})) AS last FROM agents
     WHERE right(replace(id::text, '-', ''), ${ending.length + NUMBER_DIGITS}) LIKE $1 || '%'`,
    [ending],
  )
  const [{ last }] = lastRows.parse(found)
  return last === null ? 0 : Number.parseInt(last, 16) + 1
}
