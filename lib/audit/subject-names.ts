import { z } from 'zod'
import { namesOf } from '@/lib/accounts/names'
import { database } from '@/lib/db/client'

type Subject = { readonly subjectKind: string; readonly subjectId: string | null }

const agentRows = z.array(z.object({ id: z.string(), name: z.string() }))

/** What the subjects of some rows are called today; the log itself holds no names. */
export async function subjectNames(
  workspaceId: string,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => string> {
  const idsOf = (...kinds: readonly string[]): string[] => [
    ...new Set(
      subjects.flatMap(({ subjectKind, subjectId }) =>
        subjectId !== null && kinds.includes(subjectKind) ? [subjectId] : [],
      ),
    ),
  ]
  /** Nobody is asked for the names of nothing. */
  const named = async (read: typeof agentNames, kind: string) => {
    const ids = idsOf(kind)
    return ids.length === 0 ? NO_NAMES : read(workspaceId, ids)
  }
  const [agents, emails, shares, tokens, comparisons, views, nameOf] = await Promise.all([
    named(agentNames, 'agent'),
    named(invitedAddresses, 'invitation'),
    named(linkLabels, 'share'),
    named(tokenNames, 'token'),
    named(comparisonNames, 'comparison'),
    named(viewNames, 'view'),
    namesOf(idsOf('member', 'user')),
  ])
  return ({ subjectKind, subjectId }) => {
    const id = subjectId ?? ''
    if (subjectKind === 'agent') return agents.get(id) ?? 'an agent that is gone'
    if (subjectKind === 'invitation') return emails.get(id) ?? 'somebody'
    if (subjectKind === 'share') return shares.get(id) ?? 'a link that is gone'
    if (subjectKind === 'token') return tokens.get(id) ?? 'a token that is gone'
    if (subjectKind === 'comparison') return comparisons.get(id) ?? 'a comparison that is gone'
    if (subjectKind === 'view') return views.get(id) ?? 'a saved view that is gone'
    if (subjectKind === 'badge') return 'a badge address'
    if (subjectKind === 'run') return 'many agents at once'
    return subjectKind === 'workspace' ? 'the workspace' : nameOf(subjectId)
  }
}

type Names = ReadonlyMap<string, string>
const NO_NAMES: Names = new Map()

async function agentNames(workspaceId: string, ids: readonly string[]): Promise<Names> {
  const found = await database().$queryRaw`
    SELECT a.id::text AS id, coalesce(nullif(d.document->>'name', ''), a.slug) AS name
    FROM agents a LEFT JOIN drafts d ON d.workspace_id = a.workspace_id AND d.agent_id = a.id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ANY(${[...ids]}::uuid[])`
  return new Map(agentRows.parse(found).map(({ id, name }) => [id, name]))
}

async function invitedAddresses(workspaceId: string, ids: readonly string[]): Promise<Names> {
  const rows = await database().invitation.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, email: true },
  })
  return new Map(rows.map(({ id, email }) => [id, email]))
}

async function linkLabels(workspaceId: string, ids: readonly string[]): Promise<Names> {
  const rows = await database().share.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, label: true },
  })
  return new Map(rows.map(({ id, label }) => [id, label === '' ? 'a link' : `the link “${label}”`]))
}

async function tokenNames(workspaceId: string, ids: readonly string[]): Promise<Names> {
  const rows = await database().apiToken.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, `the token “${name}”`]))
}

async function comparisonNames(workspaceId: string, ids: readonly string[]): Promise<Names> {
  const rows = await database().comparison.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, `the comparison “${name}”`]))
}

async function viewNames(workspaceId: string, ids: readonly string[]): Promise<Names> {
  const rows = await database().savedView.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, `the view “${name}”`]))
}
