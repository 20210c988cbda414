import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { documentWith } from '@/lib/agents/testing/documents'
import { groundOn } from '@/lib/agents/testing/ground'
import { write } from '@/lib/agents/testing/writing'
import { deleteAgent } from '@/lib/agents/trash'
import type { Deed } from '@/lib/bulk/deeds'
import { previewRun } from '@/lib/bulk/preview'
import { startRun } from '@/lib/bulk/start'
import { licensed } from '@/lib/bulk/testing/runs'
import { SERVERS } from '@/lib/db/testing/database'

describe.each(SERVERS)('how a run begins, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const writeTagged = (slug: string, tag: string) =>
    write(ground.team, slug, documentWith({ name: slug, tags: [tag] }))
  const matching = (tag: string) =>
    ({ kind: 'matching', filters: readAgentFilters({ tag }).filters }) as const

  test('when as many others match as were looked at, nothing begins', async () => {
    const [first] = [await writeTagged('first', 'some'), await writeTagged('second', 'some')]
    const asked = {
      ...(await licensed(ground.team, 'editor', { kind: 'delete' })),
      selection: matching('some'),
    }
    const { fingerprint: expected } = await previewRun(asked.right, asked.selection)
    await deleteAgent(await ground.team.as('editor', 'agent.write'), first)
    await writeTagged('third', 'some')
    const id = randomUUID()
    expect(await startRun({ ...asked, id, expected })).toEqual({ ok: false, error: 'changed' })
    expect(await ground.opened.db.bulkRun.count({ where: { id } })).toBe(0)
    const { fingerprint: now } = await previewRun(asked.right, asked.selection)
    expect(await startRun({ ...asked, id, expected: now })).toMatchObject({ ok: true })
    expect(await ground.opened.db.bulkItem.count({ where: { runId: id } })).toBe(2)
  })

  test('an agent that is called something else by now is the same agent', async () => {
    const agentId = await writeTagged('a-name', 'renamed')
    await writeTagged('m-name', 'renamed')
    const asked = {
      ...(await licensed(ground.team, 'editor', { kind: 'delete' })),
      selection: matching('renamed'),
    }
    const { fingerprint: expected } = await previewRun(asked.right, asked.selection)
    const editor = await ground.team.as('editor', 'agent.write')
    const { version = 0, document } = (await getDraft(editor, agentId)) ?? {}
    await saveDraft(editor, { agentId, version, document: { ...documentWith({}), ...document, name: 'Z' } })
    expect(await startRun({ ...asked, id: randomUUID(), expected })).toMatchObject({ ok: true })
  })

  const until = (expiresAt: string | null): Deed => ({
    ...{ kind: 'share', label: 'For the board', sections: 'whole' },
    expiresAt,
  })
  const at = (time: string): Deed => until(`2200-01-01T${time}Z`)
  test.each<readonly [string, Deed, Deed, boolean]>([
    ['another tag', { kind: 'tag', tag: 'one' }, { kind: 'tag', tag: 'two' }, false],
    ['the same tag', { kind: 'tag', tag: 'one' }, { kind: 'tag', tag: 'one' }, true],
    ['another deed', { kind: 'tag', tag: 'one' }, { kind: 'delete' }, false],
    ['another end', at('10:00:00'), at('23:00:00'), false],
    ['an end counted from a moment later', at('10:00:00'), at('10:00:05'), true],
    ['no end', at('10:00:00'), until(null), false],
  ])('a form that was sent once and is sent again with %s', async (_what, first, second, isSame) => {
    const id = randomUUID()
    const agentIds = [await write(ground.team, `sent-${id}`)]
    const send = async (deed: Deed) =>
      startRun({
        ...(await licensed(ground.team, 'editor', deed)),
        id,
        selection: { kind: 'ticked', agentIds },
      })
    expect(await send(first)).toMatchObject({ ok: true })
    expect(await send(second)).toEqual(
      isSame ? { ok: true, value: undefined } : { ok: false, error: 'begun' },
    )
    expect(await ground.opened.db.bulkRun.count({ where: { id } })).toBe(1)
  })
})
