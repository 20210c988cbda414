import type { Authorized } from '@/lib/access/authorize'
import { findPublicName } from '@/lib/agents/publishing/public-names'
import { type Visibility, visibilitySchema } from '@/lib/agents/publishing/visibility'
import type { Severity } from '@/lib/aivss/severity'
import type { Draft } from '@/lib/assessment/document'
import { readDraft } from '@/lib/assessment/read-stored'
import { severitySchema } from '@/lib/assessment/severity'
import { database, type Queryable } from '@/lib/db/client'

/** An agent with its draft and what is published of it. */
export type WholeAgent = {
  readonly id: string
  /** The slug of its workspace. */
  readonly workspace: string
  readonly slug: string
  readonly visibility: Visibility
  /** Where it stands in the public library, while it is listed. */
  readonly publicName: string | null
  readonly version: number
  readonly document: Draft
  readonly hasUnpublishedChanges: boolean
  readonly latest: {
    readonly number: number
    readonly score: number
    readonly severity: Severity
    readonly publishedAt: Date
  } | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export async function getAgent(
  { workspaceId }: Authorized,
  agentId: string,
  db: Queryable = database(),
): Promise<WholeAgent | undefined> {
  const agent = await db.agent.findFirst({
    where: { workspaceId, id: agentId, deletedAt: null },
    select: {
      slug: true,
      visibility: true,
      workspace: { select: { slug: true } },
      createdAt: true,
      draft: { select: { version: true, document: true, updatedAt: true, publishedVersion: true } },
      revisions: {
        where: { withdrawnAt: null },
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, scoreTenths: true, severity: true, publishedAt: true },
      },
    },
  })
  if (!agent?.draft) return undefined
  const { draft, slug, createdAt } = agent
  const [latest] = agent.revisions
  const visibility = visibilitySchema.parse(agent.visibility)
  return {
    id: agentId,
    workspace: agent.workspace.slug,
    slug,
    visibility,
    createdAt,
    publicName:
      visibility === 'listed' ? ((await findPublicName(db, { workspaceId, agentId })) ?? null) : null,
    version: draft.version,
    document: readDraft(draft.document),
    updatedAt: draft.updatedAt,
    hasUnpublishedChanges: draft.version !== draft.publishedVersion,
    latest: latest
      ? {
          number: latest.number,
          score: latest.scoreTenths / 10,
          severity: severitySchema.parse(latest.severity),
          publishedAt: latest.publishedAt,
        }
      : null,
  }
}
