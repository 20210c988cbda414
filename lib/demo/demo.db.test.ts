import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkspace } from '@/lib/agents/testing/documents'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { loadDemo } from '@/lib/demo/load'
import { findPublishedReport } from '@/lib/library/published-report'

describe.each(SERVERS)('the demo library, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  test('five starters at once load it once', async () => {
    const loaded = await Promise.all(Array.from({ length: 5 }, () => loadDemo()))
    expect(loaded.sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 5])
    expect(await opened.db.listing.count()).toBe(5)
  })

  test('reads back from the database as it was written in its files', async () => {
    const report = await findPublishedReport('digitalocean-mcp-server')
    expect(report?.score).toMatchObject({ score: 9.5, severity: 'Critical', factorSum: 4.5, aars: 0.4455 })
    expect(report?.document.layers.L1.certainty).toBe('uncertain')
  })

  test('is never put beside the work of others', async () => {
    await opened.db.listing.deleteMany()
    await opened.db.agent.deleteMany()
    await opened.db.workspace.deleteMany()
    await createWorkspace(opened.db, 'somebody')
    expect(await loadDemo()).toBe(0)
    expect(await opened.db.agent.count()).toBe(0)
  })
})
