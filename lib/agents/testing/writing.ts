import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import type { Action, Role } from '@/lib/access/roles'
import { createAgent } from '@/lib/agents/create'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { publishDraft } from '@/lib/agents/publishing/publish-draft'
import { documentWith } from '@/lib/agents/testing/documents'
import type { Draft } from '@/lib/assessment/document'
import type { Database } from '@/lib/db/client'
import { allowed, createPerson } from '@/lib/workspaces/testing/people'

/** A workspace of its own with one person of each role. */
export type Team = {
  readonly slug: string
  readonly workspaceId: string
  readonly person: (role: Role) => Actor
  readonly as: <A extends Action>(role: Role, action: A) => Promise<Authorized<A>>
}

export async function createTeam(db: Database): Promise<Team> {
  const slug = `team-${randomUUID()}`
  const { id: workspaceId } = await db.workspace.create({ data: { slug, publicName: 'A team' } })
  const people = new Map<Role, Actor>()
  for (const role of ['owner', 'editor', 'viewer'] as const)
    people.set(role, await createPerson(db, workspaceId, role))
  const person: Team['person'] = (role) => people.get(role) ?? { kind: 'visitor' }
  const as: Team['as'] = (role, action) => allowed(person(role), action, slug)
  return { slug, workspaceId, person, as }
}

/** A new agent of the team; its draft says all that publishing needs. */
export async function write(
  team: Team,
  slug: string,
  document: Draft = documentWith({ name: slug }),
): Promise<string> {
  const created = await createAgent(await team.as('editor', 'agent.write'), { slug, document }, 'scratch')
  if (!created.ok) throw new Error(created.error)
  return created.value
}

/** Saves another text and publishes it; the number of its revision. */
export async function publishNext(team: Team, agentId: string, base = 5): Promise<number> {
  const right = await team.as('editor', 'agent.write')
  for (let version = 1; ; version += 1) {
    const saved = await saveDraft(right, { agentId, version, document: documentWith({ base }) })
    if (!saved.ok && saved.error === 'not-found') throw new Error('there is no such agent')
    if (!saved.ok) continue
    const publisher = await team.as('editor', 'agent.publish')
    const published = await publishDraft(publisher, {
      agentId,
      version: saved.value.version,
      note: `Base ${base}`,
      byline: 'A tester',
    })
    if (!published.ok) throw new Error(published.error)
    return published.value
  }
}
