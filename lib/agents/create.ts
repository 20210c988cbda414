import type { Authorized } from '@/lib/access/authorize'
import { renewCard } from '@/lib/agents/cards/card'
import { freeSlug } from '@/lib/agents/slugs'
import type { Draft } from '@/lib/assessment/document'
import { recordAudit } from '@/lib/audit/record'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { settle, transact } from '@/lib/db/transact'
import { lockWorkspace } from '@/lib/workspaces/members'

export type NewAgent = { readonly slug: string; readonly document: Draft }
/** Where it came from, for the audit log. */
export type AgentSource = 'scratch' | 'copy' | 'document' | 'report-text' | 'program'

/** A new private agent whose draft is the document; its address comes from its name, and is told. */
export const createNamedAgent = async (
  right: Authorized<'agent.write'>,
  document: Draft,
  source: AgentSource,
): Promise<string> => (await settle((tx) => insertNamedAgent(tx, right, document, source))).slug

/**
 * The same as a part of a transaction. Whoever is given an address in a workspace waits for the one before: of any number
 * who ask for one name at the same moment, none loses it again and again.
 */
export async function insertNamedAgent(
  tx: Queryable,
  right: Authorized<'agent.write'>,
  document: Draft,
  source: AgentSource,
): Promise<{ readonly agentId: string; readonly slug: string }> {
  await lockWorkspace(tx, right.workspaceId)
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const slug = await freeSlug(tx, right.workspaceId, document.name ?? '')
    const created = await insertAgent(tx, right, { slug, document }, source)
    if (created.ok) return { agentId: created.value, slug }
  }
  return bug('every free address was taken by somebody else at the same moment')
}

/** Each is lost only to an agent that took on this address in between. */
const ATTEMPTS_MAX = 20

/** A new private agent whose draft is the document. */
export const createAgent = (
  right: Authorized<'agent.write'>,
  agent: NewAgent,
  source: AgentSource,
): Promise<Result<string, 'slug-taken'>> => transact((tx) => insertAgent(tx, right, agent, source))

/** An address that leads to another agent by its former name is given to the new one. */
async function insertAgent(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'agent.write'>,
  { slug, document }: NewAgent,
  source: AgentSource,
): Promise<Result<string, 'slug-taken'>> {
  const [row] = await tx.agent.createManyAndReturn({
    data: { workspaceId, slug },
    skipDuplicates: true,
    select: { id: true },
  })
  if (!row) return err('slug-taken')
  await tx.formerSlug.deleteMany({ where: { workspaceId, slug } })
  await tx.draft.create({ data: { workspaceId, agentId: row.id, document, updatedBy: userId } })
  await renewCard(tx, { workspaceId, agentId: row.id })
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'agent.create',
    subject: { kind: 'agent', id: row.id },
    detail: { slug, source },
  })
  return ok(row.id)
}
