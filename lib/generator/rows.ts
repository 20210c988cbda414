import { cardRow } from '@/lib/agents/card-row'
import { figuresOf } from '@/lib/agents/figures'
import { type MovementCause, movementOf, type Shown } from '@/lib/agents/movement'
import { listingRow } from '@/lib/agents/publish'
import type { AuditedAction } from '@/lib/audit/record'
import { column, type Row } from '@/lib/db/row'
import { rowId } from '@/lib/generator/ids'
import type { Life, Revision } from '@/lib/generator/life'
import { createRandom, type Random } from '@/lib/generator/random'

/** The rows of an agent, by the tables that hold them. What refers to another row comes after it. */
export const TABLES = [
  'agents',
  'drafts',
  'revisions',
  'public_names',
  'agent_cards',
  'listings',
  'movements',
  'audit_events',
] as const
export type Rows = Readonly<Record<(typeof TABLES)[number], readonly Row[]>>

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
  const random = createRandom(life.createdAt.getTime() % 0xffffffff, published.length)
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
    movements: movementsOf(published).map((moved) => ({ ...ids, ...movementRow(moved, random) })),
    audit_events: eventsOf(life, place)
      .filter(({ at }) => at >= place.auditedSince)
      .map((event) => auditRow(event, life, workspaceId, random)),
  }
}

function shownOf({ document, number, publishedAt }: Revision): Published['shown'] {
  return { number, publishedAt, name: document.name, figures: figuresOf(document).figures }
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

type Moved = {
  readonly at: Date
  readonly cause: MovementCause
  readonly before: Shown | null
  readonly after: Shown | null
}

/** Every time that another revision came to be shown, as each publishing and withdrawing would have recorded it. */
function movementsOf(published: readonly Published[]): readonly Moved[] {
  const moved = published.map(
    ({ shown, publishedAt }, place): Moved => ({
      ...{ at: publishedAt, cause: 'published', after: shown },
      before: published[place - 1]?.shown ?? null,
    }),
  )
  const last = published.at(-1)
  if (!last?.withdrawnAt) return moved
  const after = published.at(-2)?.shown ?? null
  return [...moved, { at: last.withdrawnAt, cause: 'withdrawn', before: last.shown, after }]
}

function movementRow({ at, ...moved }: Moved, random: Random): Row {
  const movement = movementOf(moved, at)
  return {
    id: column('uuid', rowId(at, random)),
    at: column('timestamptz', movement.at),
    cause: column('text', movement.cause),
    number: column('int', movement.number),
    before_formula: column('text', movement.beforeFormula),
    before_tenths: column('smallint', movement.beforeTenths),
    before_severity: column('text', movement.beforeSeverity),
    after_formula: column('text', movement.afterFormula),
    after_tenths: column('smallint', movement.afterTenths),
    after_severity: column('text', movement.afterSeverity),
    moved_by: column('text', movement.movedBy),
    parts: column('jsonb', JSON.stringify(movement.parts)),
  }
}

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
  random: Random,
): Row => ({
  id: column('uuid', rowId(at, random)),
  workspace_id: column('uuid', workspaceId),
  at: column('timestamptz', at),
  actor_kind: column('text', by === null ? 'system' : 'person'),
  actor_id: column('uuid', by),
  action: column('text', action),
  subject_kind: column('text', 'agent'),
  subject_id: column('uuid', life.agentId),
  detail: column('jsonb', JSON.stringify(detail)),
})
