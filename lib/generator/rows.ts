import { cardRow } from '@/lib/agents/cards/card-row'
import { figuresOf } from '@/lib/agents/cards/figures'
import { movementOf, type Shown } from '@/lib/agents/cards/movement'
import { pastMovements } from '@/lib/agents/cards/past-movements'
import { listingRow } from '@/lib/agents/publishing/publish'
import type { AuditedAction } from '@/lib/audit/record'
import { column, type Row } from '@/lib/db/row'
import { rowIds } from '@/lib/generator/ids'
import type { Life, Revision } from '@/lib/generator/life'

/** What happened to an agent, by the tables that hold it. What refers to another row comes after it. */
export const LIFE_TABLES = [
  'agents',
  'drafts',
  'revisions',
  'public_names',
  'movements',
  'audit_events',
] as const
/** What is read of it. The library is counted first, as by whoever else writes both (lib/agents/cards/shown.ts). */
export const FACE_TABLES = ['listings', 'agent_cards'] as const

export const TABLES = [...LIFE_TABLES, ...FACE_TABLES]
export type FaceTable = (typeof FACE_TABLES)[number]
export type Table = (typeof TABLES)[number]
export type Rows = Readonly<Record<Table, readonly Row[]>>

export type Place = {
  readonly workspaceId: string
  readonly slug: string
  readonly publicSlug: string
  /** What happened before has been forgotten by the audit log, which would be the larger half of everything. */
  readonly auditedSince: Date
}

type Published = Revision & { readonly shown: Shown & { readonly name: string } }

export function rowsOf(life: Life, place: Place): Rows {
  const { workspaceId, slug, publicSlug } = place
  const id = { workspaceId, agentId: life.agentId }
  const ids = { agent_id: column('uuid', life.agentId), workspace_id: column('uuid', workspaceId) }
  const published = life.revisions.map((revision) => ({ ...revision, shown: shownOf(revision) }))
  const newest = published.findLast(({ withdrawnAt }) => withdrawnAt === null)
  const isListed = life.visibility === 'listed'
  const nextId = rowIds(life.agentId)
  const { draft } = life
  return {
    agents: [
      {
        id: column('uuid', life.agentId),
        workspace_id: column('uuid', workspaceId),
        slug: column('text', slug),
        visibility: column('text', life.visibility),
        created_at: column('timestamptz', life.createdAt),
      },
    ],
    drafts: [
      {
        ...ids,
        document: column('jsonb', JSON.stringify(draft.document)),
        version: column('int', draft.version),
        updated_at: column('timestamptz', draft.updatedAt),
        updated_by: column('uuid', draft.updatedBy),
        published_version: column('int', draft.publishedVersion),
      },
    ],
    revisions: published.map((revision) => ({ ...ids, ...revisionRow(revision) })),
    public_names: isListed
      ? [{ ...ids, slug: column('text', publicSlug), claimed_at: column('timestamptz', life.createdAt) }]
      : [],
    agent_cards: [cardRow(id, { ...draft, slug, visibility: life.visibility }, newest?.shown ?? null)],
    listings: isListed && newest ? [listingRow(publicSlug, newest.number, { ...id, ...newest })] : [],
    movements: movementsOf(published, nextId).map((movement) => ({ ...ids, ...movement })),
    audit_events: eventsOf(life, place)
      .filter(({ at }) => at >= place.auditedSince)
      .map((event) => auditRow(event, life, workspaceId, nextId)),
  }
}

function shownOf({ document, number, publishedAt }: Revision): Published['shown'] {
  return { number, publishedAt, name: document.name, figures: figuresOf(document) }
}

const revisionRow = ({ shown: { figures }, document, ...revision }: Published): Row => ({
  number: column('int', revision.number),
  document: column('jsonb', JSON.stringify(document)),
  formula: column('text', figures.formula),
  score_tenths: column('smallint', figures.scoreTenths),
  severity: column('text', figures.severity),
  note: column('text', revision.note),
  byline: column('text', revision.byline),
  published_at: column('timestamptz', revision.publishedAt),
  withdrawn_at: column('timestamptz', revision.withdrawnAt),
  published_by: column('uuid', revision.publishedBy),
})

type NextId = ReturnType<typeof rowIds>

const movementsOf = (published: readonly Published[], nextId: NextId): readonly Row[] =>
  pastMovements(published, null).map(({ at, ...moved }, place, all) => {
    const movement = movementOf({ ...moved, previousAt: all[place - 1]?.at ?? null }, at)
    return {
      id: column('uuid', nextId(at)),
      at: column('timestamptz', movement.at),
      previous_at: column('timestamptz', movement.previousAt),
      cause: column('text', movement.cause),
      number: column('int', movement.number),
      before_formula: column('text', movement.beforeFormula),
      before_tenths: column('smallint', movement.beforeTenths),
      before_severity: column('text', movement.beforeSeverity),
      after_formula: column('text', movement.afterFormula),
      after_tenths: column('smallint', movement.afterTenths),
      after_severity: column('text', movement.afterSeverity),
      parts: column('jsonb', JSON.stringify(movement.parts)),
    }
  })

type Event = {
  readonly at: Date
  readonly by: string | null
  readonly action: AuditedAction
  readonly detail: Readonly<Record<string, string | number>>
}

const eventsOf = (life: Life, { slug, publicSlug }: Place): readonly Event[] => [
  { at: life.createdAt, by: life.createdBy, action: 'agent.create', detail: { slug, source: 'scratch' } },
  ...life.revisions.flatMap(({ number, publishedAt, publishedBy, withdrawnAt }): Event[] => [
    { at: publishedAt, by: publishedBy, action: 'agent.publish', detail: { number } },
    ...(withdrawnAt
      ? [{ at: withdrawnAt, by: publishedBy, action: 'revision.withdraw', detail: { number } } as const]
      : []),
    ...(number === 1 && life.visibility === 'listed'
      ? [
          {
            at: publishedAt,
            by: publishedBy,
            action: 'agent.list',
            detail: { publicName: publicSlug },
          } as const,
        ]
      : []),
  ]),
]

const auditRow = (
  { at, by, action, detail }: Event,
  life: Life,
  workspaceId: string,
  nextId: NextId,
): Row => ({
  id: column('uuid', nextId(at)),
  workspace_id: column('uuid', workspaceId),
  at: column('timestamptz', at),
  actor_kind: column('text', by === null ? 'system' : 'person'),
  actor_id: column('uuid', by),
  action: column('text', action),
  subject_kind: column('text', 'agent'),
  subject_id: column('uuid', life.agentId),
  detail: column('jsonb', JSON.stringify(detail)),
})
