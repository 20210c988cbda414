import { renewCard } from '@/lib/agents/cards/card'
import { claimPublicName } from '@/lib/agents/publishing/public-names'
import { listRevision, publishRevision } from '@/lib/agents/publishing/publish'
import { createDatabase, PATIENT, type Queryable } from '@/lib/db/client'
import { type DemoFile, readDemoFiles } from '@/lib/demo/files'
import { registry } from '@/lib/registry'

/** Puts the demo library into a database that has no workspace yet, and returns how many agents it made. */
export async function loadDemo(): Promise<number> {
  const db = createDatabase(registry().databaseUrl, PATIENT)
  try {
    if (!(await isEmpty(db))) return 0
    return await db.$transaction(load, { timeout: 60_000, maxWait: 30_000 })
  } finally {
    await db.$disconnect()
  }
}

async function load(tx: Queryable): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
  // Another start may have loaded it while this one waited for the lock.
  if (!(await isEmpty(tx))) return 0
  const files = readDemoFiles()
  const workspace = await tx.workspace.create({
    data: { slug: 'demo', publicName: 'Fullscore demo library' },
  })
  for (const file of files) await loadAgent(tx, workspace.id, file)
  return files.length
}

/** Any number will do, as long as nothing else in the product locks it. */
const LOCK = 7_070_001

const isEmpty = async (db: Queryable): Promise<boolean> => (await db.workspace.count()) === 0

async function loadAgent(tx: Queryable, workspaceId: string, file: DemoFile): Promise<void> {
  const { slug, document, note, byline, publishedAt } = file
  const agent = await tx.agent.create({ data: { workspaceId, slug, visibility: 'listed' } })
  await tx.draft.create({ data: { agentId: agent.id, workspaceId, document, publishedVersion: 1 } })
  const publication = { workspaceId, agentId: agent.id, document, note, byline, publishedAt }
  const number = await publishRevision(tx, publication)
  await claimPublicName(tx, { workspaceId, agentId: agent.id, slug })
  await listRevision(tx, slug, number, publication)
  await renewCard(tx, { workspaceId, agentId: agent.id }, 'published')
}
