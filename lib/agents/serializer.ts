import { z } from 'zod'
import type { WholeAgent } from '@/lib/agents/get-agent'
import type { AgentLine, LatestRevision } from '@/lib/agents/lists/agent-line'
import type { RevisionEntry } from '@/lib/agents/publishing/list-revisions'
import { VISIBILITIES } from '@/lib/agents/publishing/visibility'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { type Draft, draftSchema } from '@/lib/assessment/document'
import { KINDS } from '@/lib/assessment/kinds'
import { scoreDraft } from '@/lib/assessment/score-draft'
import { severitySchema } from '@/lib/assessment/severity'
import { membersPlace } from '@/lib/report/addresses'

const score = z.number().min(0).max(10)

const latestSchema = z
  .strictObject({ revision: z.int().min(1), score, severity: severitySchema, publishedAt: z.iso.datetime() })
  .nullable()
  .describe('The newest published revision; null before the first.')

const common = {
  id: z.uuid(),
  slug: z.string().describe('Its address inside the workspace.'),
  visibility: z.enum(VISIBILITIES),
  version: z.int().min(1).describe('Counts the saves of the draft; in quotes it is the ETag.'),
  hasUnpublishedChanges: z.boolean(),
  latest: latestSchema,
  updatedAt: z.iso.datetime(),
}

/** An agent as a list of the API gives it out; nothing that is not named here leaves. */
export const agentItemSchema = z.strictObject({ ...common, name: z.string(), kind: z.enum(KINDS) })

export const agentPageSchema = z.strictObject({
  items: z.array(agentItemSchema),
  nextCursor: z.string().nullable(),
})

/** An agent with its draft. */
export const agentSchema = z.strictObject({
  ...common,
  publicName: z.string().nullable().describe('Its name in the public library, while it is listed.'),
  draftScore: z
    .strictObject({ score, severity: severitySchema })
    .nullable()
    .describe('What the draft would be scored; null while an input is missing.'),
  url: z.url().describe('Where members see it in a browser.'),
  createdAt: z.iso.datetime(),
  document: draftSchema,
})

export const revisionItemSchema = z.strictObject({
  revision: z.int().min(1),
  formula: z.enum(FORMULA_IDS),
  score,
  severity: severitySchema,
  note: z.string(),
  byline: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
})

export const revisionPageSchema = z.strictObject({
  items: z.array(revisionItemSchema),
  nextCursor: z.string().nullable(),
})

export const serializeAgent = (agent: WholeAgent, publicUrl: string): z.input<typeof agentSchema> => ({
  id: agent.id,
  slug: agent.slug,
  visibility: agent.visibility,
  publicName: agent.publicName,
  version: agent.version,
  hasUnpublishedChanges: agent.hasUnpublishedChanges,
  latest: latestOf(agent.latest),
  draftScore: draftScoreOf(agent.document),
  url: `${publicUrl}${membersPlace(agent.workspace, agent.slug).listing}`,
  createdAt: agent.createdAt.toISOString(),
  updatedAt: agent.updatedAt.toISOString(),
  document: agent.document,
})

/** What the API tells of an agent in a list; the page tells more. */
type ToldLine = Omit<AgentLine, 'vendor' | 'tags' | 'savedBy' | 'latest'> & {
  readonly latest: Omit<LatestRevision, 'figures' | 'isOutdated'> | null
}

export const serializeAgentLine = (line: ToldLine): z.input<typeof agentItemSchema> => ({
  id: line.id,
  slug: line.slug,
  name: line.name,
  kind: line.kind,
  visibility: line.visibility,
  version: line.version,
  hasUnpublishedChanges: line.draft !== 'published',
  latest: latestOf(line.latest),
  updatedAt: line.savedAt.toISOString(),
})

export const serializeRevision = (entry: RevisionEntry): z.input<typeof revisionItemSchema> => ({
  revision: entry.number,
  formula: entry.formula,
  score: entry.score,
  severity: entry.severity,
  note: entry.note,
  byline: entry.byline === '' ? null : entry.byline,
  publishedAt: entry.publishedAt.toISOString(),
  withdrawnAt: entry.withdrawnAt?.toISOString() ?? null,
})

const latestOf = (latest: WholeAgent['latest']): z.input<typeof latestSchema> =>
  latest && {
    revision: latest.number,
    score: latest.score,
    severity: latest.severity,
    publishedAt: latest.publishedAt.toISOString(),
  }

function draftScoreOf(document: Draft): z.input<typeof agentSchema>['draftScore'] {
  const scored = scoreDraft(document)
  return scored && { score: scored.score, severity: scored.severity }
}
