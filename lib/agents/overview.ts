import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { type DraftState, draftStateOf } from '@/lib/agents/drafts/draft-state'
import { findPublicName } from '@/lib/agents/publishing/public-names'
import { type Visibility, visibilitySchema } from '@/lib/agents/publishing/visibility'
import type { Severity } from '@/lib/aivss/severity'
import { severitySchema } from '@/lib/assessment/severity'
import { database } from '@/lib/db/client'
import { databaseNow } from '@/lib/db/clock'
import { isTooOld } from '@/lib/report/outdated'

/** An agent as its workspace sees it. */
export type AgentOverview = {
  readonly visibility: Visibility
  /** The name in the library: the one that it has or had last. */
  readonly publicName: string | null
  readonly draft: DraftState
  /** The latest revision that can be read is older than the workspace lets a report become. */
  readonly isOutdated: boolean
  /** The newest first, withdrawn ones among them. */
  readonly revisions: readonly RevisionRow[]
}

export type RevisionRow = {
  readonly number: number
  readonly publishedAt: Date
  readonly score: number
  readonly severity: Severity
  readonly note: string
  readonly byline: string
  readonly publishedBy: string
  readonly withdrawnAt: Date | null
}

export const REVISIONS_SHOWN_MAX = 100

export async function getAgentOverview(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
): Promise<AgentOverview | undefined> {
  const id = { workspaceId, agentId }
  const [agent, draft, revisions, publicName, now] = await Promise.all([
    database().agent.findFirst({
      where: { workspaceId, id: agentId, deletedAt: null },
      select: { visibility: true, workspace: { select: { outdatedAfterDays: true } } },
    }),
    database().draft.findFirst({ where: id, select: { version: true, publishedVersion: true } }),
    database().revision.findMany({
      where: id,
      orderBy: { number: 'desc' },
      take: REVISIONS_SHOWN_MAX,
      omit: { document: true },
    }),
    findPublicName(database(), id),
    databaseNow(),
  ])
  if (!agent || !draft) return undefined
  const nameOf = await namesOf(revisions.map(({ publishedBy }) => publishedBy))
  const latest = revisions.find(({ withdrawnAt }) => withdrawnAt === null)
  const { outdatedAfterDays } = agent.workspace
  return {
    visibility: visibilitySchema.parse(agent.visibility),
    publicName: publicName ?? null,
    draft: draftStateOf({ ...draft, hasRevision: latest !== undefined }),
    isOutdated: latest !== undefined && isTooOld({ publishedAt: latest.publishedAt, now, outdatedAfterDays }),
    revisions: revisions.map((row) => ({
      number: row.number,
      publishedAt: row.publishedAt,
      score: row.scoreTenths / 10,
      severity: severitySchema.parse(row.severity),
      note: row.note,
      byline: row.byline,
      publishedBy: nameOf(row.publishedBy),
      withdrawnAt: row.withdrawnAt,
    })),
  }
}
