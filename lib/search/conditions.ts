import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import { SEVERITIES } from '@/lib/aivss/severity'
import { Prisma } from '@/lib/db/client'
import { FACETS, levelOf } from '@/lib/search/facets'
import type { Range } from '@/lib/search/ranges'
import type { Traits } from '@/lib/search/traits'
import { wordsOf } from '@/lib/search/words'

/** The column of the score, which cards and listings call differently. */
export type ScoreColumn = 'score_key' | 'score_tenths'

/** What is asked for, as conditions on rows called `c`. */
export function traitConditions(traits: Traits, scoreColumn: ScoreColumn): Prisma.Sql[] {
  const score = Prisma.raw(`c.${scoreColumn}`)
  const words = traits.q === undefined ? [] : wordsOf(traits.q)
  return [
    ...severityBounds(traits, score),
    ...between(score, traits.score),
    ...between(Prisma.sql`c.base_tenths`, traits.cvss),
    ...between(Prisma.sql`c.threat_hundredths`, traits.threat),
    ...between(Prisma.sql`c.mitigation_hundredths`, traits.mitigation),
    ...openLayers(traits.openLayers),
    ...duringDays(Prisma.sql`c.published_at`, traits.published),
    ...FACTOR_IDS.flatMap((id, place) => ratingConditions(id, place, traits[id])),
    ...carrying(facetsAsked(traits)),
    ...(words.length === 0 ? [] : [Prisma.sql`c.words @@ ${searchFor(words)}::tsquery`]),
  ]
}

/** What of it a row carries as a text; all of it is looked up in one index. */
export const facetsAsked = ({
  kind,
  severity,
  formula,
  tag,
  vendor,
  uncertain,
}: Traits): readonly string[] => [
  ...(kind === undefined ? [] : [FACETS.kind(kind)]),
  ...(severity === undefined ? [] : [FACETS.severity(severity)]),
  ...(formula === undefined ? [] : [FACETS.formula(formula)]),
  ...(tag === undefined ? [] : [FACETS.tag(tag)]),
  ...(vendor === undefined ? [] : [FACETS.vendor(vendor)]),
  ...(uncertain === undefined ? [] : [FACETS.uncertain(uncertain)]),
]

export const carrying = (facets: readonly string[]): Prisma.Sql[] =>
  facets.length === 0 ? [] : [Prisma.sql`c.facets @> ${[...facets]}::text[]`]

/** Said by the score too, so that a walk along the index of the scores passes over the others without reading them. */
function severityBounds({ severity }: Traits, score: Prisma.Sql): Prisma.Sql[] {
  const band = SEVERITIES.find(({ id }) => id === severity)
  return band ? [Prisma.sql`${score} BETWEEN ${band.minTenths} AND ${band.maxTenths}`] : []
}

/** An open end is closed by the scale itself: what has no such number is in no range. */
const between = (column: Prisma.Sql, range: Range<number> | undefined): Prisma.Sql[] =>
  range === undefined
    ? []
    : [Prisma.sql`${column} BETWEEN ${range.from ?? 0} AND ${range.to ?? ABOVE_EVERY_SCALE}`]

const ABOVE_EVERY_SCALE = 32_767

/** Layers count once something is published; until then there is no number of them. */
const openLayers = (range: Range<number> | undefined): Prisma.Sql[] =>
  range === undefined
    ? []
    : [...between(Prisma.sql`c.uncertain_layers`, range), Prisma.sql`c.formula IS NOT NULL`]

export function duringDays(column: Prisma.Sql, range: Range<string> | undefined): Prisma.Sql[] {
  if (range === undefined) return []
  const { from, to } = range
  return [
    ...(from === undefined ? [] : [Prisma.sql`${column} >= ${`${from}T00:00:00Z`}::timestamptz`]),
    ...(to === undefined
      ? []
      : [Prisma.sql`${column} < ${`${to}T00:00:00Z`}::timestamptz + interval '24 hours'`]),
  ]
}

/** Exactly by the rating, and by tenths as what can be looked up; every level says no more than that it is rated. */
function ratingConditions(id: FactorId, place: number, range: Range<number> | undefined): Prisma.Sql[] {
  if (range === undefined) return []
  const { from = 0, to = RATING_MAX } = range
  const levels = Array.from({ length: levelOf(to) - levelOf(from) + 1 }, (_, step) =>
    FACETS.level(id, levelOf(from) + step),
  )
  return [
    Prisma.sql`c.ratings[${Prisma.raw(String(place + 1))}] BETWEEN ${from} AND ${to}`,
    Prisma.sql`c.facets && ${levels}::text[]`,
  ]
}

const RATING_MAX = 100

/** A word is letters and digits, so no operator can be typed. */
export const searchFor = (words: readonly string[]): string =>
  words.map((word) => (isPrefix(word) ? `'${word}':*` : `'${word}'`)).join(' & ')

/** A letter or two begin too many words to mean one of them. */
export const isPrefix = (word: string): boolean => [...word].length >= PREFIX_CHARACTERS_MIN

const PREFIX_CHARACTERS_MIN = 3
