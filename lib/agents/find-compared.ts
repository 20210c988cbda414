import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { readDraft } from '@/lib/assessment/read-stored'
import { bug } from '@/lib/base/assert'
import { type AgentKey, draftKeyOf, isDraftKey, nameOfKey } from '@/lib/compare/address'
import type { FoundAgent } from '@/lib/compare/compared-agent'
import { database } from '@/lib/db/client'
import { reportOf } from '@/lib/library/read-report'
import { membersPlace } from '@/lib/report/addresses'

const rows = z.array(
  z.object({
    asked: z.string(),
    agent_id: z.string(),
    slug: z.string(),
    workspace: z.string(),
    public_name: z.string(),
    draft: z.unknown().nullable(),
    saved_at: z.date().nullable(),
    document: z.unknown().nullable(),
    number: z.int().nullable(),
    published_at: z.date().nullable(),
    score_tenths: z.int().nullable(),
    severity: z.string().nullable(),
  }),
)
type Row = z.output<typeof rows>[number]

/**
 * Agents of a workspace for a comparison, in one query, by the names or the ids they were asked for: the latest revision
 * of each, and its draft where that was asked for or nothing is published. Who is not there is missing.
 */
export async function findCompared(
  { workspaceId }: Authorized<'agent.read'>,
  keys: readonly AgentKey[],
): Promise<ReadonlyMap<AgentKey, FoundAgent>> {
  if (keys.length === 0) return new Map()
  const names = keys.map(nameOfKey)
  const ids = names.map((name) => (z.uuid().safeParse(name).success ? name : null))
  const found = await database().$queryRaw`
    SELECT asked.key AS asked, a.id AS agent_id, a.slug, w.slug AS workspace, w.public_name, r.document, r.number, r.published_at,
      r.score_tenths, r.severity,
      CASE WHEN r.number IS NULL THEN d.document END AS draft,
      CASE WHEN r.number IS NULL THEN d.updated_at END AS saved_at
    FROM unnest(${keys}::text[], ${names}::text[], ${ids}::uuid[], ${keys.map(isDraftKey)}::boolean[])
      AS asked(key, name, id, is_draft)
    JOIN agents a ON a.workspace_id = ${workspaceId}::uuid AND a.deleted_at IS NULL AND a.id = coalesce(
      (SELECT id FROM agents WHERE workspace_id = ${workspaceId}::uuid AND slug = asked.name),
      (SELECT agent_id FROM former_slugs WHERE workspace_id = ${workspaceId}::uuid AND slug = asked.name),
      asked.id)
    JOIN drafts d ON d.agent_id = a.id
    JOIN workspaces w ON w.id = a.workspace_id
    LEFT JOIN LATERAL (
      SELECT document, number, published_at, score_tenths, severity FROM revisions
      WHERE agent_id = a.id AND withdrawn_at IS NULL AND NOT asked.is_draft ORDER BY number DESC LIMIT 1
    ) r ON true`
  return new Map(rows.parse(found).map((row) => [row.asked, comparedOf(row)]))
}

function comparedOf({
  agent_id: agentId,
  slug,
  workspace,
  public_name,
  draft,
  saved_at,
  ...revision
}: Row): FoundAgent {
  const { document, number, published_at, score_tenths, severity } = revision
  const href = membersPlace(workspace, slug).listing
  if (number === null || published_at === null || score_tenths === null || severity === null) {
    const document = readDraft(draft)
    const savedAt = saved_at ?? bug('a draft that was never saved')
    const source = { kind: 'draft', savedAt } as const
    return { agentId, key: draftKeyOf(slug), name: document.name ?? slug, href, document, source }
  }
  const stored = { document, number, note: '', byline: '', publishedAt: published_at }
  const report = reportOf(public_name, { ...stored, scoreTenths: score_tenths, severity })
  return {
    agentId,
    key: slug,
    name: report.document.name,
    href,
    document: report.document,
    source: { kind: 'published', number, publishedAt: published_at },
  }
}
