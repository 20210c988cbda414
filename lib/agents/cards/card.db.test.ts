import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renewAll } from '@/lib/agents/cards/renew-all'
import { changeSlug } from '@/lib/agents/change-slug'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { publishDraft } from '@/lib/agents/publishing/publish-draft'
import { listAgent, setVisibility, unlistAgent } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { documentWith } from '@/lib/agents/testing/documents'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { SERVERS } from '@/lib/db/testing/database'
import { COUNTED_ANEW, TALLIES } from '@/lib/search/testing/counted-anew'

describe.each(SERVERS)('the card of an agent, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const rows = async (sql: string) => z.array(z.unknown()).parse(await ground.opened.db.$queryRawUnsafe(sql))
  const cards = () => rows('SELECT to_jsonb(c) AS card FROM agent_cards c ORDER BY agent_id')
  const listings = () => rows('SELECT to_jsonb(l) AS listing FROM listings l ORDER BY slug')

  /** What is counted by reading everything, and what was kept while it was written. */
  const countedAnew = () => rows(COUNTED_ANEW)
  const tallies = () => rows(TALLIES)
  const bandsToday = () =>
    rows(`SELECT workspace_id, formula, severity, count(*)::int AS agents FROM agent_cards
      WHERE number IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`)
  const bandsByDay = () =>
    rows(`SELECT workspace_id, formula, severity, sum(change)::int AS agents FROM severity_days
      GROUP BY 1, 2, 3 HAVING sum(change) <> 0 ORDER BY 1, 2, 3`)

  async function expectAsWrittenAnew() {
    const [kept, listed] = [await cards(), await listings()]
    expect(await tallies()).toEqual(await countedAnew())
    expect(await bandsByDay()).toEqual(await bandsToday())
    await ground.opened.db.listing.deleteMany()
    await ground.opened.db.agentCard.deleteMany()
    await renewAll()
    expect(await cards()).toEqual(kept)
    expect(await listings()).toEqual(listed)
    expect(await tallies()).toEqual(await countedAnew())
  }

  test('whatever happens to an agent, its card, the tallies and the days say what is written anew', async () => {
    const agentId = await write(
      ground.team,
      'journey',
      documentWith({ name: 'Journey', tags: ['one'], vendor: 'Acme' }),
    )
    const editor = await ground.team.as('editor', 'agent.write')
    const owner = await ground.team.as('owner', 'agent.list')
    const steps: readonly (() => Promise<unknown>)[] = [
      () =>
        saveDraft(editor, {
          agentId,
          version: 1,
          document: documentWith({ name: 'Renamed', tags: ['two'] }),
        }),
      () => publishNext(ground.team, agentId, 7.5),
      () => publishNext(ground.team, agentId, 9.1),
      async () => setVisibility(await ground.team.as('editor', 'agent.publish'), agentId, 'link'),
      () => listAgent(owner, agentId, `public-${which}`),
      () => changeSlug(editor, agentId, 'journey-two'),
      async () => withdrawRevision(await ground.team.as('owner', 'revision.withdraw'), agentId, 2),
      async () => deleteAgent(await ground.team.as('owner', 'agent.write'), agentId),
      async () => restoreAgent(await ground.team.as('owner', 'agent.write'), agentId),
      () => unlistAgent(owner, agentId, 'private'),
      async () => withdrawRevision(await ground.team.as('owner', 'revision.withdraw'), agentId, 1),
    ]
    for (const step of steps) {
      await step()
      await expectAsWrittenAnew()
    }
  })

  test('the history of a score has no gap, and each step says what moved it', async () => {
    const agentId = await write(ground.team, 'moved')
    await publishNext(ground.team, agentId, 5)
    await publishNext(ground.team, agentId, 9)
    await publishNext(ground.team, agentId, 9)
    await withdrawRevision(await ground.team.as('owner', 'revision.withdraw'), agentId, 3)
    await deleteAgent(await ground.team.as('editor', 'agent.write'), agentId)
    const found = await ground.opened.db.movement.findMany({
      where: { agentId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    expect(
      found.map(({ cause, beforeTenths, afterTenths, number, parts }) => [
        ...[cause, beforeTenths, afterTenths, number, parts],
      ]),
    ).toEqual([
      ['published', null, 50, 1, []],
      ['published', 50, 90, 2, [{ part: 'cvss', points: 4 }]],
      ['published', 90, 90, 3, []],
      ['withdrawn', 90, 90, 2, []],
      ['deleted', 90, null, null, []],
    ])
  })

  test('the history of installations made before is told by their revisions, also of what lies in the trash', async () => {
    const [agentId, trashed] = [await write(ground.team, 'older'), await write(ground.team, 'trashed')]
    for (const base of [5, 9, 7]) await publishNext(ground.team, agentId, base)
    const withdrawer = await ground.team.as('owner', 'revision.withdraw')
    for (const number of [1, 3]) await withdrawRevision(withdrawer, agentId, number)
    await publishNext(ground.team, agentId, 8)
    await publishNext(ground.team, trashed, 6)
    await deleteAgent(await ground.team.as('editor', 'agent.write'), trashed)
    // When a revision was withdrawn is noted a moment before the history notes it.
    const histories = () =>
      rows(`SELECT agent_id, cause, number, before_formula, before_tenths, before_severity, after_formula, after_tenths,
        after_severity, parts, CASE cause WHEN 'published' THEN at ELSE date_trunc('day', at) END AS at
        FROM movements m WHERE agent_id IN ('${agentId}', '${trashed}') ORDER BY agent_id, m.at, id`)
    const kept = await histories()
    expect(kept).toHaveLength(7)
    const workspaceId = ground.team.workspaceId
    await ground.opened.db.movement.deleteMany({ where: { workspaceId } })
    await ground.opened.db.severityDay.deleteMany({ where: { workspaceId } })
    await ground.opened.db.agentCard.deleteMany({ where: { workspaceId } })
    await renewAll()
    expect(await histories()).toEqual(kept)
    expect(await bandsByDay()).toEqual(await bandsToday())
    await restoreAgent(await ground.team.as('editor', 'agent.write'), trashed)
    expect(await bandsByDay()).toEqual(await bandsToday())
    expect(await renewAll()).toBe(0)
  })

  test('of many who write at the same moment none leaves in the card what another replaced', async () => {
    const agents = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        write(ground.team, `crowd-${index}`, documentWith({ name: `Crowd ${index}` })),
      ),
    )
    const editor = await ground.team.as('editor', 'agent.write')
    const publisher = await ground.team.as('editor', 'agent.publish')
    await Promise.all(
      agents.flatMap((agentId, index) => [
        saveDraft(editor, { agentId, version: 1, document: documentWith({ name: 'Saved', base: index }) }),
        setVisibility(publisher, agentId, 'link'),
        publishDraft(publisher, { agentId, version: 1, note: '', byline: '' }),
        changeSlug(editor, agentId, `elsewhere-${index}`),
      ]),
    )
    await expectAsWrittenAnew()
  })
})
