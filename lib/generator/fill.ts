import { z } from 'zod'
import { ahead } from '@/lib/base/ahead'
import { type Bulk, openBulk } from '@/lib/db/bulk'
import { type CopyText, createCopyText } from '@/lib/db/copy'
import { AGENTS_MAX, NUMBER_DIGITS, seedEnding } from '@/lib/generator/ids'
import { learnersOf } from '@/lib/generator/learn'
import { createLife, type Plan } from '@/lib/generator/life'
import {
  FACE_TABLES,
  type FaceTable,
  LIFE_TABLES,
  type Rows,
  rowsOf,
  TABLES,
  type Table,
} from '@/lib/generator/rows'
import { createSlugs, type Slugs } from '@/lib/generator/slugs'

export type Fill = Plan & {
  readonly workspaceId: string
  readonly agents: number
}

type Batch = {
  readonly copies: Readonly<Record<Table, CopyText>>
  readonly words: Readonly<Record<FaceTable, string[]>>
  readonly end: number
}

/** Enough for the statement that writes it to be worth its while, and little enough to hold a few of them. */
const BATCH = 4_000
/** How many are made between two looks at the database, which is waiting for the next rows meanwhile. */
const TURN = 5
const AUDITED_DAYS = 45

/**
 * Writes new agents behind those of earlier runs with the same seed. While a batch is made, the one before it is written
 * by one connection, and what is read of the one before that by another. Where this ends between the two, the next start
 * of the app writes what is missing (lib/agents/cards/renew-all.ts).
 */
export async function fill(url: string, wanted: Fill, note: (written: number) => void): Promise<void> {
  const [lives, faces] = [await openBulk(url), await openBulk(url)]
  try {
    const first = await nextNumber(lives, wanted.seed)
    if (first + wanted.agents > AGENTS_MAX) throw new Error('This seed has no agents left')
    const slugs = await createSlugs(lives, wanted.workspaceId)
    const learners = learnersOf(wanted.workspaceId)
    const batches = makeBatches(wanted, { slugs, learners, first })
    for await (const batch of ahead(writeLives(lives, ahead(batches)))) {
      await faces.atOnce(async () => {
        await copyAll(faces, FACE_TABLES, batch)
        for (const table of FACE_TABLES) await learners[table].learn(faces, batch.words[table])
      })
      note(batch.end)
    }
  } finally {
    await Promise.all([lives.close(), faces.close()])
  }
}

async function* writeLives(bulk: Bulk, batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    await bulk.atOnce(() => copyAll(bulk, LIFE_TABLES, batch))
    yield batch
  }
}

type Ground = {
  readonly slugs: Slugs
  readonly learners: ReturnType<typeof learnersOf>
  readonly first: number
}

async function* makeBatches(wanted: Fill, { slugs, learners, first }: Ground): AsyncGenerator<Batch> {
  for (let begun = 0; begun < wanted.agents; begun += BATCH) {
    const batch = emptyBatch(Math.min(begun + BATCH, wanted.agents))
    for (let number = begun; number < batch.end; number += 1) {
      const rows = rowsOfAgent(wanted, slugs, first + number)
      for (const table of TABLES) for (const row of rows[table]) batch.copies[table].add(row)
      for (const table of FACE_TABLES)
        for (const row of rows[table]) batch.words[table].push(...learners[table].newIn(row))
      if (number % TURN === 0) await new Promise(setImmediate)
    }
    yield batch
  }
}

const emptyBatch = (end: number): Batch => ({
  copies: {
    ...{ agents: createCopyText(), drafts: createCopyText(), revisions: createCopyText() },
    ...{ public_names: createCopyText(), movements: createCopyText(), audit_events: createCopyText() },
    ...{ listings: createCopyText(), agent_cards: createCopyText() },
  },
  words: { listings: [], agent_cards: [] },
  end,
})

async function copyAll(bulk: Bulk, tables: readonly Table[], batch: Batch): Promise<void> {
  for (const table of tables) await bulk.copy(table, batch.copies[table])
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
