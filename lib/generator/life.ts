import type { Visibility } from '@/lib/agents/publishing/visibility'
import type { AssessmentDocument, Draft } from '@/lib/assessment/document'
import { type Character, createCharacter } from '@/lib/generator/character'
import { reviseDocument, writeDocument } from '@/lib/generator/document'
import { agentId } from '@/lib/generator/ids'
import { createRandom, type Random } from '@/lib/generator/random'
import { NOTES, write } from '@/lib/generator/sentences'

/** What decides on all that is made: the same plan makes the same data. */
export type Plan = {
  readonly seed: number
  /** The share of agents in the public library. */
  readonly listed: number
  /** Everything lies before it. */
  readonly until: Date
  readonly authors: readonly string[]
  readonly byline: string
}

/** An agent with all that happened to it. */
export type Life = {
  readonly agentId: string
  readonly visibility: Visibility
  readonly createdAt: Date
  readonly createdBy: string | null
  readonly draft: {
    readonly document: Draft
    readonly version: number
    readonly publishedVersion: number | null
    readonly updatedAt: Date
    readonly updatedBy: string | null
  }
  readonly revisions: readonly Revision[]
}

export type Revision = {
  readonly number: number
  readonly document: AssessmentDocument
  readonly note: string
  readonly byline: string
  readonly publishedAt: Date
  readonly publishedBy: string | null
  readonly withdrawnAt: Date | null
}

const DAY_MS = 86_400_000
const DAYS = 730

export function createLife(plan: Plan, number: number): Life {
  const random = createRandom(plan.seed, number)
  const character = createCharacter(random)
  // There are more of them every month.
  const age = DAYS * random.next() ** 1.3
  const createdAt = atWork(random, plan.until.getTime() - age * DAY_MS - DAY_MS)
  const createdBy = authorOf(random, plan)
  const document = writeDocument(random, character)
  const revisions = random.isIn(0.12)
    ? []
    : publish(random, plan, character, { document, createdAt, createdBy })
  const isListed =
    revisions.some(({ withdrawnAt }) => withdrawnAt === null) && random.isIn(plan.listed / 0.86)
  return {
    agentId: agentId(createdAt, plan.seed, number),
    visibility: isListed ? 'listed' : random.isIn(0.3) ? 'link' : 'private',
    createdAt,
    createdBy,
    draft: draftOf(random, plan, { document, character, createdAt, createdBy, revisions }),
    revisions,
  }
}

type Begun = {
  readonly document: AssessmentDocument
  readonly createdAt: Date
  readonly createdBy: string | null
}

/** One to four editions with months between them, as far as the time reaches. */
function publish(
  random: Random,
  plan: Plan,
  character: Character,
  { createdBy, ...begun }: Begun,
): readonly Revision[] {
  const wanted = 1 + Math.floor(random.next() ** 1.8 * 4)
  const revisions: Revision[] = []
  let at = later(random, begun.createdAt, 6)
  let document = begun.document
  for (let number = 1; number <= wanted && at < plan.until; number += 1) {
    const note = number === 1 ? 'First publication.' : write(random, NOTES)
    const publishedBy = random.isIn(0.7) ? createdBy : authorOf(random, plan)
    revisions.push({
      ...{ number, document, note, byline: plan.byline },
      ...{ publishedAt: at, publishedBy, withdrawnAt: null },
    })
    document = reviseDocument(random, character, document)
    at = later(random, at, 120)
  }
  return withdraw(random, plan, revisions)
}

/** Mostly the newest, and now and then one that a newer one had replaced long before. */
function withdraw(random: Random, { until }: Plan, revisions: readonly Revision[]): readonly Revision[] {
  if (!random.isIn(0.05)) return revisions
  const chosen = random.isIn(0.7) ? revisions.length : 1 + random.below(revisions.length)
  const withdrawnAt = later(random, revisions.at(-1)?.publishedAt ?? until, 30)
  if (withdrawnAt >= until) return revisions
  return revisions.map((revision) => (revision.number === chosen ? { ...revision, withdrawnAt } : revision))
}

type Story = Begun & { readonly character: Character; readonly revisions: readonly Revision[] }

/** As it was published last, or further on, or begun and never finished. */
function draftOf(random: Random, plan: Plan, story: Story): Life['draft'] {
  const last = story.revisions.at(-1)
  if (!last) {
    const updatedAt = before(plan, later(random, story.createdAt, 20))
    const document = unfinished(random, story.document)
    return {
      document,
      version: 1 + random.below(6),
      publishedVersion: null,
      updatedAt,
      updatedBy: story.createdBy,
    }
  }
  const publishedVersion = story.revisions.length + random.below(12)
  if (!random.isIn(0.15))
    return {
      ...{ document: last.document, version: publishedVersion, publishedVersion },
      ...{ updatedAt: last.publishedAt, updatedBy: last.publishedBy },
    }
  return {
    document: reviseDocument(random, story.character, last.document),
    version: publishedVersion + 1 + random.below(5),
    publishedVersion,
    updatedAt: before(plan, later(random, last.publishedAt, 40)),
    updatedBy: authorOf(random, plan),
  }
}

function unfinished(random: Random, document: AssessmentDocument): Draft {
  const { summary, layers, mitigationFactor, ...draft } = document
  const kept = Object.entries(layers).filter(() => random.isIn(0.5))
  return { ...draft, ...(random.isIn(0.5) && { summary }), layers: Object.fromEntries(kept) }
}

/** Chooses also where there is nobody, so that nothing else depends on who the members are. */
const authorOf = (random: Random, { authors }: Plan): string | null =>
  random.pickFrequent<string | null>(authors.length === 0 ? [null] : authors)

const before = ({ until }: Plan, at: Date): Date => (at < until ? at : new Date(until.getTime() - 60_000))

/** Some days after, sooner more often than late, at another hour of work. */
const later = (random: Random, at: Date, days: number): Date =>
  atWork(random, at.getTime() + DAY_MS - days * DAY_MS * Math.log(1 - random.next()))

const atWork = (random: Random, ms: number): Date =>
  new Date(Math.floor(ms / DAY_MS) * DAY_MS + Math.floor((7 + random.next() * 11) * 3_600_000))
