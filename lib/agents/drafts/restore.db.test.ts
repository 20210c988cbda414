import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authorized } from '@/lib/access/authorize'
import { createAgent } from '@/lib/agents/create'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import { COPIES_KEPT } from '@/lib/agents/drafts/draft-copies'
import { getHistory } from '@/lib/agents/drafts/history'
import { restoreText } from '@/lib/agents/drafts/restore'
import { findText, type TextRef } from '@/lib/agents/drafts/stored-text'
import { publishRevision } from '@/lib/agents/publishing/publish'
import { documentWith } from '@/lib/agents/testing/documents'
import type { Draft } from '@/lib/assessment/document'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { allowed, createPerson } from '@/lib/workspaces/testing/people'

const named = (name: string): Draft => documentWith({ name })
const revision = (number: number): TextRef => ({ kind: 'revision', number })

describe.each(SERVERS)('restoring a text, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let right: Authorized<'agent.write'>
  let elsewhere: Authorized<'agent.write'>
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const rightIn = async (slug: string) => {
      const { id } = await opened.db.workspace.create({ data: { slug, publicName: slug } })
      return allowed(await createPerson(opened.db, id, 'editor'), 'agent.write', slug)
    }
    right = await rightIn('here')
    elsewhere = await rightIn('elsewhere')
  })
  afterAll(() => opened?.close())

  /** An agent whose draft and first revision have this name, and are one text. */
  const create = async (slug: string, name = 'First'): Promise<string> => {
    const created = await createAgent(right, { slug, document: named(name) }, 'scratch')
    if (!created.ok) throw new Error(created.error)
    await publish(created.value, name)
    return created.value
  }
  const publish = (agentId: string, name: string) =>
    publishRevision(opened.db, {
      workspaceId: right.workspaceId,
      agentId,
      document: documentWith({ name }),
      note: `Note of ${name}`,
      byline: '',
      publishedAt: new Date(),
      publishedBy: right.userId,
    })
  const save = (agentId: string, version: number, name: string) =>
    saveDraft(right, { agentId, version, document: named(name) })
  const restore = (agentId: string, version: number, ref: TextRef, by = right) =>
    restoreText(by, { agentId, version, ref })
  const copies = async (agentId: string) =>
    (await opened.db.draftCopy.findMany({ where: { agentId }, orderBy: { version: 'asc' } })).map((row) => ({
      version: row.version,
      name: JSON.parse(JSON.stringify(row.document)).name,
    }))

  test('the replaced draft is kept with who wrote it, and comes back in the same way', async () => {
    const agentId = await create('round')
    await save(agentId, 1, 'Written')
    expect(await restore(agentId, 2, revision(1))).toEqual({ ok: true, value: undefined })
    expect(await getDraft(right, agentId)).toMatchObject({ version: 3, document: { name: 'First' } })
    expect(await copies(agentId)).toEqual([{ version: 2, name: 'Written' }])
    expect(await restore(agentId, 3, { kind: 'copy', version: 2 })).toMatchObject({ ok: true })
    expect(await getDraft(right, agentId)).toMatchObject({ version: 4, document: { name: 'Written' } })
    // What revision 1 says can be read there.
    expect(await copies(agentId)).toEqual([{ version: 2, name: 'Written' }])
    const rows = await opened.db.auditEvent.findMany({
      where: { subjectId: agentId, action: 'agent.restore-text' },
      select: { detail: true },
      orderBy: { id: 'asc' },
    })
    expect(rows.map(({ detail }) => detail)).toEqual([
      { from: '1', version: 3 },
      { from: 'copy-2', version: 4 },
    ])
  })

  test('a draft that is only in a withdrawn revision is kept, because nobody can read it there', async () => {
    const agentId = await create('withdrawn', 'Leaked')
    await publish(agentId, 'Good')
    await opened.db.revision.update({
      where: { agentId_number: { agentId, number: 1 } },
      data: { withdrawnAt: new Date() },
    })
    expect(await findText(right, agentId, revision(1))).toEqual({ ok: false, error: 'withdrawn' })
    expect(await restore(agentId, 1, revision(1))).toEqual({ ok: false, error: 'withdrawn' })
    expect(await restore(agentId, 1, revision(2))).toMatchObject({ ok: true })
    expect(await copies(agentId)).toEqual([{ version: 1, name: 'Leaked' }])
  })

  test('a draft that was saved since is not replaced, and nothing is left of the attempt', async () => {
    const agentId = await create('changed')
    await save(agentId, 1, 'Mine')
    await save(agentId, 2, 'Newer')
    expect(await restore(agentId, 2, revision(1))).toEqual({ ok: false, error: 'changed' })
    expect(await getDraft(right, agentId)).toMatchObject({ version: 3, document: { name: 'Newer' } })
    expect(await copies(agentId)).toEqual([])
  })

  test('a draft that says the same already stays as it is', async () => {
    const agentId = await create('same')
    expect(await restore(agentId, 1, revision(1))).toMatchObject({ ok: true })
    expect(await getDraft(right, agentId)).toMatchObject({ version: 1 })
  })

  test('of restores and saves at the same moment one is taken, and its loser is told or kept', async () => {
    for (let round = 0; round < 10; round++) {
      const agentId = await create(`race-${round}`)
      await save(agentId, 1, 'Before')
      const [saved, ...restored] = await Promise.all([
        save(agentId, 2, 'Typed'),
        ...Array.from({ length: 4 }, () => restore(agentId, 2, revision(1))),
      ])
      const taken = restored.filter(({ ok }) => ok).length
      expect(Number(saved?.ok) + taken).toBeGreaterThanOrEqual(1)
      const draft = await getDraft(right, agentId)
      if (saved?.ok) {
        expect(draft).toMatchObject({ version: 3, document: { name: 'Typed' } })
        expect(taken).toBe(0)
        expect(await copies(agentId)).toEqual([])
      } else {
        expect(draft).toMatchObject({ version: 3, document: { name: 'First' } })
        expect(await copies(agentId)).toEqual([{ version: 2, name: 'Before' }])
      }
    }
  }, 30_000)

  test('an autosave that was acknowledged before a restore is in the draft or in a copy', async () => {
    const agentId = await create('typing')
    const acknowledged: string[] = []
    let version = 1
    const type = async () => {
      for (let index = 0; index < 25; index++) {
        const done = await save(agentId, version, `Sentence ${index}`)
        if (done.ok) acknowledged.push(`${version}→${done.value.version}`)
        version = done.ok ? done.value.version : ((await getDraft(right, agentId))?.version ?? 0)
      }
    }
    const take = async () => {
      const done: number[] = []
      for (let index = 0; index < 25; index++) {
        const seen = (await getDraft(right, agentId))?.version ?? 0
        if ((await restore(agentId, seen, revision(1))).ok) done.push(seen)
      }
      return done
    }
    const [, replaced] = await Promise.all([type(), take()])
    expect(acknowledged.length).toBeGreaterThan(0)
    const kept = (await copies(agentId)).map((copy) => copy.version)
    const draft = await getDraft(right, agentId)
    // Each save counts one up, so every replaced version that is not the published text itself has a copy.
    const written = acknowledged.map((step) => Number(step.split('→')[1]))
    for (const one of replaced.filter((seen) => written.includes(seen)).slice(-COPIES_KEPT))
      expect(kept).toContain(one)
    expect(draft?.version).toBeGreaterThanOrEqual(Math.max(...written))
  }, 30_000)

  test(`the newest ${COPIES_KEPT} replaced drafts are kept, and one text is kept once`, async () => {
    const agentId = await create('many')
    let version = 1
    for (let index = 0; index < COPIES_KEPT + 3; index++) {
      await save(agentId, version, `Text ${index}`)
      await restore(agentId, version + 1, revision(1))
      version += 2
    }
    await save(agentId, version, 'Text 10')
    await restore(agentId, version + 1, revision(1))
    const names = (await copies(agentId)).map(({ name }) => name)
    expect(names).toHaveLength(COPIES_KEPT)
    expect(names.at(-1)).toBe('Text 10')
    expect(new Set(names).size).toBe(COPIES_KEPT)
    expect(names).not.toContain('Text 1')
  }, 30_000)

  test('an agent of another workspace and one in the trash have no text and no history', async () => {
    const agentId = await create('foreign')
    const none = { ok: false, error: 'no-agent' }
    expect(await restore(agentId, 1, revision(1), elsewhere)).toEqual(none)
    expect(await findText(elsewhere, agentId, revision(1))).toEqual({ ok: false, error: 'none' })
    await opened.db.agent.update({ where: { id: agentId }, data: { deletedAt: new Date() } })
    expect(await restore(agentId, 1, revision(1))).toEqual(none)
    expect(await findText(right, agentId, { kind: 'draft' })).toEqual({ ok: false, error: 'none' })
    const reader = await allowed(
      await createPerson(opened.db, right.workspaceId, 'viewer'),
      'agent.read',
      'here',
    )
    expect(await getHistory(reader, agentId)).toBeUndefined()
  })

  test('the history names who wrote what, also revisions that were withdrawn and people who are gone', async () => {
    const agentId = await create('told')
    await publish(agentId, 'Second')
    await opened.db.revision.update({
      where: { agentId_number: { agentId, number: 1 } },
      data: { withdrawnAt: new Date() },
    })
    await save(agentId, 1, 'Draft')
    await restore(agentId, 2, revision(2))
    const reader = await allowed(
      await createPerson(opened.db, right.workspaceId, 'viewer'),
      'agent.read',
      'here',
    )
    await opened.db.draft.update({ where: { agentId }, data: { updatedBy: crypto.randomUUID() } })
    const history = await getHistory(reader, agentId)
    expect(history?.draft).toMatchObject({ version: 3, by: 'former member' })
    expect(
      history?.revisions.map(({ ref, note, withdrawnAt }) => [ref.number, note, withdrawnAt !== null]),
    ).toEqual([
      [2, 'Note of Second', false],
      [1, '', true],
    ])
    expect(history?.revisions[0]).toMatchObject({ by: 'Member 0', score: 5, severity: 'Medium' })
    expect(history?.copies).toMatchObject([{ ref: { kind: 'copy', version: 2 }, by: 'Member 0' }])
    expect((await getHistory(reader, agentId, 2))?.revisions.map(({ ref }) => ref.number)).toEqual([1])
  })
})
