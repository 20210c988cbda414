import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishRevision } from '@/lib/agents/publishing/publish'
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
      { scoreTenths: 1 },
    ])
      await expect(opened.db.revision.update({ where, data })).rejects.toThrow(
        /published and cannot be changed/,
      )
    await expect(
      opened.db.revision.update({ where, data: { document: { ...documentWith({}), name: 'Another' } } }),
    ).rejects.toThrow(/published and cannot be changed/)
  })

  test('a published text can be withdrawn, for good', async () => {
    const agentId = await createAgent('withdrawn')
    await publish(agentId, 5)
    const where = { agentId_number: { agentId, number: 1 } }
    await opened.db.revision.update({ where, data: { withdrawnAt: new Date() } })
    for (const withdrawnAt of [null, new Date()])
      await expect(opened.db.revision.update({ where, data: { withdrawnAt } })).rejects.toThrow(/for good/)
  })

  test('a published text goes only with its agent, so that no number is given twice', async () => {
    const agentId = await createAgent('kept')
    await publish(agentId, 5)
    await expect(opened.db.revision.deleteMany({ where: { agentId } })).rejects.toThrow(/cannot be deleted/)
    await opened.db.agent.delete({ where: { id: agentId } })
    expect(await opened.db.revision.count({ where: { agentId } })).toBe(0)
  })

  test.each([
    ['another severity', { severity: 'Low' }],
    ['another formula', { formula: 'aivss-0.5' }],
    ['no document', { document: {} }],
    ['a list as document', { document: [] }],
  ])('the database refuses %s beside a document than the stored one', async (what, wrong) => {
    const agentId = await createAgent(`wrong-${what.replaceAll(' ', '-')}`)
    await publish(agentId, 5)
    const { withdrawnAt: _, ...row } = await opened.db.revision.findFirstOrThrow({ where: { agentId } })
    const copy = { ...row, document: row.document ?? {}, number: 2 }
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

  describe('the public face', () => {
    const listed = (slug: string) => opened.db.listing.findUnique({ where: { slug } })

    test.each([
      ['another score', { scoreTenths: 12, severity: 'Low' }],
      ['another formula', { formula: 'aivss-0.5' }],
      ['another revision', { number: 2 }],
      ['another date', { publishedAt: new Date(0) }],
    ])('cannot say %s than its revision', async (what, wrong) => {
      const slug = `face-${what.replace('another ', '')}`
      await createListed(opened.db, workspaceId, slug, documentWith({}))
      await expect(opened.db.listing.update({ where: { slug }, data: wrong })).rejects.toThrow()
    })

    test('is refused to an agent that is not listed, and vanishes when it no longer is', async () => {
      const agentId = await createListed(opened.db, workspaceId, 'hidden', documentWith({}))
      const face = await opened.db.listing.findUniqueOrThrow({ where: { slug: 'hidden' } })
      await opened.db.agent.update({ where: { id: agentId }, data: { visibility: 'link' } })
      expect(await listed('hidden')).toBeNull()
      await expect(opened.db.listing.create({ data: face })).rejects.toThrow(/listed agent/)
    })

    test('vanishes with the withdrawal of its revision', async () => {
      const agentId = await createListed(opened.db, workspaceId, 'leaked', documentWith({}))
      const where = { agentId_number: { agentId, number: 1 } }
      await opened.db.revision.update({ where, data: { withdrawnAt: new Date() } })
      expect(await listed('leaked')).toBeNull()
    })
  })
})
