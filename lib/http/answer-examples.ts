import { serializeAgent, serializeAgentLine, serializeRevision } from '@/lib/agents/serializer'
import { score } from '@/lib/aivss/score'
import { type AssessmentDocument, documentSchema, draftSchema } from '@/lib/assessment/document'
import { scoreDocument } from '@/lib/assessment/score-document'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'
import { tell } from '@/lib/audit/sentences'
import { serializeAuditEntry } from '@/lib/audit/serializer'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { compareAgents } from '@/lib/compare/comparison-view'
import { comparisonAnswer } from '@/lib/compare/json'
import {
  DOCUMENT_EXAMPLE,
  DRAFT_EXAMPLE,
  PUBLISH_EXAMPLE,
  SCORE_EXAMPLE,
  SHARE_EXAMPLE,
} from '@/lib/http/openapi-examples'
import { serializeLibrary } from '@/lib/library/serializer'
import { membersPlace, publicPlace } from '@/lib/report/addresses'
import { toTwin } from '@/lib/report/twin'
import { formatTimeCursor } from '@/lib/search/time-cursor'
import { serializeMadeShare, serializeShare } from '@/lib/shares/serializer'

/**
 * What the requests in openapi-examples.ts are answered with: computed by the core and written by the serializers that
 * write every answer, so that an example cannot say what no server would.
 */
const PLACE = 'https://fullscore.example'
export const AGENT_ID = '0b9f7c1e-5d0a-4c43-9a55-3f0f2d0c7a11'
export const SHARE_ID = '6d3c2a90-8d6b-4f0e-b1e2-9c5a7e4f1b22'
const PERSON_ID = 'c1d2e3f4-0a1b-4c2d-8e3f-a4b5c6d7e8f9'
const EVENT_ID = '2f1e0d9c-8b7a-4695-8483-726150413f2e'
const REQUEST_ID = '9e107d9d-372b-4b6f-8a1c-5f0e6d7c8b9a'
export const LISTED = 'mail-assistant'

const begun = new Date('2026-11-20T09:00:00.000Z')
const saved = new Date('2026-11-20T09:20:00.000Z')
const publishedAt = new Date('2026-11-20T09:30:00.000Z')

export const SCORE_ANSWER = score(toScoreInput(scoreRequestSchema.parse(SCORE_EXAMPLE)))

const document = documentSchema.parse(DOCUMENT_EXAMPLE)
const report = {
  document,
  score: scoreDocument(document),
  publisher: 'Example',
  number: 1,
  publishedAt,
  ...PUBLISH_EXAMPLE,
  revisions: [],
}
const latest = { number: 1, publishedAt, score: report.score.score, severity: report.score.severity }

export const REPORT_ANSWER = toTwin(report, PLACE, publicPlace(LISTED))
export const REVISION_REPORT_ANSWER = toTwin(report, PLACE, membersPlace('example', LISTED))

/** A second agent, for something to compare. */
const careful = documentSchema.parse({
  ...document,
  name: 'Calendar assistant',
  cvss: { base: 5.3 },
  factors: { ...document.factors, toolUse: { ...document.factors.toolUse, value: 0.4 } },
})
const compared = (key: string, of: AssessmentDocument): ComparedAgent => ({
  key,
  name: of.name,
  href: `${PLACE}${membersPlace('example', key).listing}`,
  document: of,
  source: { kind: 'published', number: 1, publishedAt },
})
export const COMPARISON_ANSWER = comparisonAnswer(
  compareAgents([compared(LISTED, document), compared('calendar-assistant', careful)]),
)

export const LIBRARY_ANSWER = serializeLibrary({
  rows: [
    {
      ...document,
      slug: LISTED,
      name_key: LISTED,
      kind: document.kind ?? 'other',
      vendor: document.vendor ?? '',
      tags: document.tags ?? [],
      notices: [],
      formula_rank: 0,
      score_tenths: Math.round(report.score.score * 10),
      severity: report.score.severity,
      number: 1,
      published_at: publishedAt,
    },
  ],
  nextCursor: null,
})

const agent = {
  id: AGENT_ID,
  workspace: 'example',
  slug: LISTED,
  visibility: 'private',
  publicName: null,
  createdAt: begun,
} as const
export const MADE_AGENT_ANSWER = serializeAgent(
  {
    ...agent,
    version: 1,
    document: draftSchema.parse(DRAFT_EXAMPLE),
    hasUnpublishedChanges: true,
    latest: null,
    updatedAt: begun,
  },
  PLACE,
)
export const SAVED_AGENT_ANSWER = serializeAgent(
  {
    ...agent,
    version: 2,
    document,
    hasUnpublishedChanges: true,
    latest: null,
    updatedAt: saved,
  },
  PLACE,
)

export const AGENTS_ANSWER = {
  items: [
    serializeAgentLine({
      id: AGENT_ID,
      version: 2,
      slug: LISTED,
      name: document.name,
      kind: document.kind ?? 'other',
      visibility: 'link',
      draft: 'published',
      latest,
      savedAt: saved,
    }),
  ],
  nextCursor: null,
}

export const REVISION_ANSWER = serializeRevision({
  ...latest,
  ...PUBLISH_EXAMPLE,
  formula: document.formula,
  withdrawnAt: null,
})
export const REVISIONS_ANSWER = { items: [REVISION_ANSWER], nextCursor: null }

const share = {
  number: undefined,
  label: SHARE_EXAMPLE.label,
  sections: SHARE_EXAMPLE.sections,
  expiresAt: new Date(SHARE_EXAMPLE.expiresAt),
}
export const MADE_SHARE_ANSWER = serializeMadeShare(
  { id: SHARE_ID, url: `${PLACE}/r/${'x'.repeat(43)}` },
  { ...share, agentId: AGENT_ID, passwordHash: undefined },
)
export const SHARES_ANSWER = {
  items: [
    serializeShare({
      ...share,
      id: SHARE_ID,
      number: null,
      subject: { kind: 'report', slug: LISTED, name: document.name },
      hasPassword: false,
      state: 'open',
      createdAt: publishedAt,
      createdBy: '',
      views: { total: 12, days: [] },
    }),
  ],
  nextCursor: null,
}

const who = 'Ada Archer'
export const AUDIT_ANSWER = {
  items: [
    serializeAuditEntry({
      id: EVENT_ID,
      at: publishedAt,
      action: 'agent.publish',
      sentence: tell('agent.publish', `${who}, with the token “Pipeline”,`, document.name, { number: 1 }),
      who,
      personId: PERSON_ID,
      subjectKind: 'agent',
      subjectId: AGENT_ID,
      subject: document.name,
      address: '192.0.2.7',
      requestId: REQUEST_ID,
    }),
  ],
  nextCursor: formatTimeCursor(publishedAt, EVENT_ID),
}
