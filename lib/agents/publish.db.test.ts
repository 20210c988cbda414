import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishRevision } from '@/lib/agents/publish'
import { createListed, createWorkspace, documentWith } from '@/lib/agents/testing/documents'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('publishing, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let workspaceId: string
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    workspaceId = await createWorkspace(opened.db, 'one')
  })
  afterAll(() => opened?.close())

  const createAgent = async (slug: string) =>
    (await opened.db.agent.create({ data: { workspaceId, slug } })).id
  const publish = (agentId: string, base: number) =>
    opened.db.$transaction((tx) =>
      publishRevision(tx, {
        workspaceId,
        agentId,
        document: documentWith({ base }),
        note: '',
        byline: 'A tester',
        publishedAt: new Date(),
      }),
    )

  test('the score is computed here and promoted beside the document', async () => {
    const agentId = await createAgent('computed')
    await publish(agentId, 9.1)
    const stored = await opened.db.revision.findFirstOrThrow({ where: { agentId } })
    expect(stored).toMatchObject({ number: 1, formula: 'aivss-0.8', scoreTenths: 91, severity: 'Critical' })
  })

  test('twenty publishers at once take twenty numbers without a gap', async () => {
    const agentId = await createAgent('crowded')
    const numbers = await Promise.all(Array.from({ length: 20 }, () => publish(agentId, 5)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  test('the database refuses to rewrite a published text, by any column', async () => {
    const agentId = await createAgent('quoted')
    await publish(agentId, 5)
    const where = { agentId_number: { agentId, number: 1 } }
    for (const data of [
      { note: 'another' },
      { byline: 'another' },
      { publishedAt: new Date(0) },
      { score: {} },
    ])
      await expect(opened.db.revision.update({ where, data })).rejects.toThrow(
        /published and cannot be changed/,
      )
    await expect(
      opened.db.revision.update({ where, data: { document: { ...documentWith({}), name: 'Another' } } }),
    ).rejects.toThrow(/published and cannot be changed/)
  })

  test('a published text can be withdrawn', async () => {
    const agentId = await createAgent('withdrawn')
    await publish(agentId, 5)
    const where = { agentId_number: { agentId, number: 1 } }
    const withdrawn = await opened.db.revision.update({ where, data: { withdrawnAt: new Date() } })
    expect(withdrawn.withdrawnAt).not.toBeNull()
  })

  test.each([
    ['another score', { scoreTenths: 12 }],
    ['another severity', { severity: 'Low' }],
    ['another formula', { formula: 'aivss-0.5' }],
  ])('the database refuses %s beside a document than the stored one', async (_what, wrong) => {
    const agentId = await createAgent(`wrong-${Object.keys(wrong)[0]?.toLowerCase()}`)
    await publish(agentId, 5)
    const { withdrawnAt: _, ...row } = await opened.db.revision.findFirstOrThrow({ where: { agentId } })
    const copy = { ...row, document: row.document ?? {}, score: row.score ?? {}, number: 2 }
    await expect(opened.db.revision.create({ data: { ...copy, ...wrong } })).rejects.toThrow(/check/i)
  })

  test('the database refuses a revision of an agent of another workspace', async () => {
    const agentId = await createAgent('ours')
    const other = await createWorkspace(opened.db, 'other')
    const publication = { workspaceId: other, agentId, document: documentWith({}), note: '', byline: '' }
    await expect(publishRevision(opened.db, { ...publication, publishedAt: new Date() })).rejects.toThrow(
      /foreign key/i,
    )
  })

  test('a public name has one holder', async () => {
    await createListed(opened.db, workspaceId, 'first', documentWith({}))
    const other = await createWorkspace(opened.db, 'latecomer')
    await expect(createListed(opened.db, other, 'first', documentWith({}))).rejects.toThrow(/unique/i)
  })
})
