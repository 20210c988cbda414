import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import { SEVERITIES } from '@/lib/aivss/severity'
import { Prisma } from '@/lib/db/client'
import { LAYER_IDS } from '@/lib/maestro/layers'
import { FACETS } from '@/lib/search/facets'
import { isOfWholeLevels, levelsBetween, RATING_MAX } from '@/lib/search/levels'
import type { Range } from '@/lib/search/ranges'
import type { Traits } from '@/lib/search/traits'
import { isPrefix, wordsOf } from '@/lib/search/words'

/**
 * Either rows are looked up by what they have and then put in order, or the order is walked until enough of them have
 * it. Postgres chooses by how often each thing occurs, as if one said nothing of the other: nearly always well where much
 * is found, and badly where things that are common each are rare together. What is looked up stands in a subquery, which
 * it takes for rare. Where ratings are asked for it is left the choice only in an order that goes along with them, whose
 * far end may hold all that is found; elsewhere they are met anywhere, and walking is quickest without a look at texts.
 */
export type Way = 'lookup' | 'walk' | 'either'

const givenFor =
  (way: Way) =>
  (value: Prisma.Sql): Prisma.Sql =>
    way === 'lookup' ? Prisma.sql`(SELECT ${value})` : value
type Given = ReturnType<typeof givenFor>

/** The column of the score, which cards and listings call differently. */
type ScoreColumn = 'score_key' | 'score_tenths'

/** What is asked for, as conditions on rows called `c`. */
export function traitConditions(
  traits: Traits,
  scoreColumn: ScoreColumn,
  way: Way,
  meant: Meant = 'beginnings',
): Prisma.Sql[] {
  const given = givenFor(way)
  return [
    ...scoreBounds(traits, scoreColumn),
    ...between(Prisma.sql`c.base_tenths`, traits.cvss, given),
    ...between(Prisma.sql`c.threat_hundredths`, traits.threat, given),
    ...between(Prisma.sql`c.mitigation_hundredths`, traits.mitigation, given),
    ...openLayers(traits.openLayers, way),
    ...between(Prisma.sql`c.number`, traits.revision, given),
    ...duringDays(Prisma.sql`c.published_at`, traits.published),
    ...ratingConditions(traits, way),
    ...carrying(facetsAsked(traits), way),
    ...saying(traits.q, way, meant),
  ]
}

/**
 * What of it a row carries as a text; all of it is looked up in one index. The bounds of the score say the severity, and
 * saying it twice would make Postgres take it for rarer than it is.
 */
const facetsAsked = ({ kind, formula, tag, vendor, uncertain }: Traits): readonly Carried[] => [
  ...(kind === undefined ? [] : [{ facet: FACETS.kind(kind), is: Prisma.sql`c.kind = ${kind}` }]),
  ...(formula === undefined
    ? []
    : [{ facet: FACETS.formula(formula), is: Prisma.sql`c.formula = ${formula}` }]),
  ...(tag === undefined ? [] : [{ facet: FACETS.tag(tag) }]),
  ...(vendor === undefined ? [] : [{ facet: FACETS.vendor(vendor) }]),
  ...(uncertain === undefined ? [] : [{ facet: FACETS.uncertain(uncertain) }]),
]

/** A trait as it is looked up, and as a column of its own says it, if one does. */
export type Carried = { readonly facet: string; readonly is?: Prisma.Sql }

/** An order is walked by columns: its index may hold them, and facets are long. */
export function carrying(carried: readonly Carried[], way: Way): Prisma.Sql[] {
  const columns = way === 'walk' ? carried.flatMap(({ is }) => is ?? []) : []
  const facets = carried.filter(({ is }) => way !== 'walk' || is === undefined).map(({ facet }) => facet)
  if (facets.length === 0) return columns
  return [...columns, Prisma.sql`c.facets @> ${givenFor(way)(Prisma.sql`${facets}::text[]`)}`]
}

/** With all words of a search. */
export function saying(q: string | undefined, way: Way, meant: Meant = 'beginnings'): Prisma.Sql[] {
  const query = searchFor(q, meant)
  return query === undefined ? [] : [Prisma.sql`c.words @@ ${givenFor(way)(Prisma.sql`${query}::tsquery`)}`]
}

/**
 * As the index of the scores has them, so that a walk along it passes over the others without reading them. A severity
 * is said by its bounds too: the lowest scores stand at the very end of the highest. The library has an index for each
 * direction.
 */
function scoreBounds({ severity, score }: Traits, scoreColumn: ScoreColumn): Prisma.Sql[] {
  const column = Prisma.raw(`c.${scoreColumn}`)
  const band = SEVERITIES.find(({ id }) => id === severity)
  const bounds = [...(score ? [[score.from ?? 0, score.to ?? SCORE_MAX] as const] : [])]
  if (band) bounds.push([band.minTenths, band.maxTenths])
  return bounds.flatMap(([from, to]) => [
    Prisma.sql`-${column} BETWEEN ${-to}::int AND ${-from}::int`,
    ...(scoreColumn === 'score_tenths' ? [Prisma.sql`${column} BETWEEN ${from} AND ${to}`] : []),
  ])
}

const SCORE_MAX = 100

/** An open end is closed by the scale itself: what has no such number is in no range. */
const between = (column: Prisma.Sql, range: Range<number> | undefined, given: Given): Prisma.Sql[] =>
  range === undefined
    ? []
    : [
        Prisma.sql`${column} BETWEEN ${given(Prisma.sql`${range.from ?? 0}::smallint`)}
          AND ${given(Prisma.sql`${range.to ?? ABOVE_EVERY_SCALE}::smallint`)}`,
      ]

const ABOVE_EVERY_SCALE = 32_767

/** Looked up by the text that says how many there are; what is not published has no such text, and no number either. */
function openLayers(range: Range<number> | undefined, way: Way): Prisma.Sql[] {
  if (range === undefined) return []
  if (way !== 'lookup')
    return [
      ...between(Prisma.sql`c.uncertain_layers`, range, givenFor(way)),
      Prisma.sql`c.formula IS NOT NULL`,
    ]
  const { from = 0, to = LAYER_IDS.length } = range
  const counts = Array.from({ length: to - from + 1 }, (_, step) => FACETS.uncertainLayers(from + step))
  return [Prisma.sql`c.facets && (SELECT ${counts}::text[])`]
}

export function duringDays(column: Prisma.Sql, range: Range<string> | undefined): Prisma.Sql[] {
  if (range === undefined) return []
  const { from, to } = range
  const begin = (day: string) => Prisma.sql`${`${day}T00:00:00Z`}::timestamptz`
  return [
    ...(from === undefined ? [] : [Prisma.sql`${column} >= ${begin(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`${column} < ${begin(to)} + interval '24 hours'`]),
  ]
}

type Rated = { readonly id: FactorId; readonly place: number; readonly from: number; readonly to: number }

/** Exactly by the ratings, and by tenths as what can be looked up, and what Postgres knows the frequency of. */
function ratingConditions(traits: Traits, way: Way): Prisma.Sql[] {
  const rated = FACTOR_IDS.flatMap((id, place): readonly Rated[] => {
    const range = traits[id]
    return range === undefined ? [] : [{ id, place, from: range.from ?? 0, to: range.to ?? RATING_MAX }]
  })
  if (rated.length === 0) return []
  // In an expression that Postgres knows nothing of, because it takes several ranges for far rarer than they are.
  if (way === 'walk')
    return [Prisma.sql`CASE WHEN ${Prisma.join(rated.map(isRated), ' AND ')} THEN true ELSE false END`]
  return rated.flatMap((factor) => {
    const { id, from, to } = factor
    const levels = levelsBetween(id, from, to)
    return [
      ...(isOfWholeLevels(from, to) ? [] : [isRated(factor)]),
      Prisma.sql`c.levels && ${givenFor(way)(Prisma.sql`${[...levels]}::smallint[]`)}`,
    ]
  })
}

const isRated = ({ place, from, to }: Rated): Prisma.Sql =>
  Prisma.sql`c.ratings[${Prisma.raw(String(place + 1))}] BETWEEN ${from} AND ${to}`

/** Whether a word of a search is also a beginning, or meant as it is. */
export type Meant = 'beginnings' | 'whole-words'

/** All words of a search, as Postgres reads them. A word is letters and digits, so no operator can be typed. */
export function searchFor(q: string | undefined, meant: Meant = 'beginnings'): string | undefined {
  const words = q === undefined ? [] : wordsOf(q)
  if (words.length === 0) return undefined
  const isBeginning = (word: string) => meant === 'beginnings' && isPrefix(word)
  return words.map((word) => (isBeginning(word) ? `'${word}':*` : `'${word}'`)).join(' & ')
}
