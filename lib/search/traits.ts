import { z } from 'zod'
import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { SEVERITY_IDS } from '@/lib/aivss/severity'
import { KINDS } from '@/lib/assessment/kinds'
import { LIMITS } from '@/lib/assessment/limits'
import { line } from '@/lib/assessment/text'
import { LAYER_IDS } from '@/lib/maestro/layers'
import { dayRange, formatDays, formatNumbers, numberRange, type Scale } from '@/lib/search/ranges'

const QUERY_CHARACTERS_MAX = 200

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `Use one of ${values.join(', ')}.`).optional()

const RATING: Scale = { places: 2, min: 0, max: 1 }

/** What of an agent is a number and can be asked for as a range. */
export const SCALES = {
  score: { places: 1, min: 0, max: 10 },
  cvss: { places: 1, min: 0, max: 10 },
  threat: { places: 2, min: 0.5, max: 1.5 },
  mitigation: { places: 2, min: 0, max: 1 },
  openLayers: { places: 0, min: 0, max: LAYER_IDS.length },
  revision: { places: 0, min: 1, max: 9_999 },
  autonomy: RATING,
  goalPlanning: RATING,
  selfModification: RATING,
  toolUse: RATING,
  memory: RATING,
  context: RATING,
  language: RATING,
  identity: RATING,
  multiAgent: RATING,
  nonDeterminism: RATING,
  opacity: RATING,
} as const satisfies Readonly<Record<string, Scale>> & Readonly<Record<FactorId, Scale>>

const within = (id: keyof typeof SCALES, what: string) =>
  numberRange(SCALES[id])
    .optional()
    .describe(`${what}, as a range such as \`${SCALES[id].min}..${SCALES[id].max}\`.`)
const rated = (id: FactorId) => within(id, 'How this factor is rated')

/** What lists of agents can be asked, those of a workspace and the public one alike; every value comes as a text. */
export const TRAITS = {
  q: line('The search', QUERY_CHARACTERS_MAX)
    .optional()
    .describe(
      'Words of the name, the vendor, the tags, the summary, the description, the narratives or the rationales; all of them have to occur, those of three letters or more also as the beginning of a word.',
    ),
  kind: oneOf(KINDS).describe('What the agent is.'),
  severity: oneOf(SEVERITY_IDS).describe('The band of the score.'),
  formula: oneOf(FORMULA_IDS).describe('The formula of the score.'),
  tag: line('The tag', LIMITS.tag).optional().describe('Exactly this tag.'),
  vendor: line('The vendor', LIMITS.vendor)
    .optional()
    .describe('This vendor, whatever its capitals and accents.'),
  uncertain: oneOf(LAYER_IDS).describe('A layer that is uncertain.'),
  openLayers: within('openLayers', 'How many layers are uncertain'),
  revision: within('revision', 'The number of the latest revision'),
  score: within('score', 'The score'),
  cvss: within('cvss', 'The CVSS base'),
  threat: within('threat', 'The threat multiplier'),
  mitigation: within('mitigation', 'The mitigation factor'),
  published: dayRange()
    .optional()
    .describe('The days between which the latest revision was published, in UTC.'),
  autonomy: rated('autonomy'),
  goalPlanning: rated('goalPlanning'),
  selfModification: rated('selfModification'),
  toolUse: rated('toolUse'),
  memory: rated('memory'),
  context: rated('context'),
  language: rated('language'),
  identity: rated('identity'),
  multiAgent: rated('multiAgent'),
  nonDeterminism: rated('nonDeterminism'),
  opacity: rated('opacity'),
}

const traitsSchema = z.object(TRAITS)
export type Traits = z.output<typeof traitsSchema>

const NUMBERS = ['openLayers', 'revision', 'score', 'cvss', 'threat', 'mitigation', ...FACTOR_IDS] as const
const TEXTS = ['q', 'kind', 'severity', 'formula', 'tag', 'vendor', 'uncertain'] as const

/** The same as they stand in an address; what is not asked for is undefined. */
export function traitsQuery(traits: Traits): Readonly<Record<string, string | undefined>> {
  const texts = TEXTS.map((id) => [id, traits[id]] as const)
  const numbers = NUMBERS.map((id) => {
    const range = traits[id]
    return [id, range && formatNumbers(range, SCALES[id])] as const
  })
  const { published } = traits
  return Object.fromEntries([...texts, ...numbers, ['published', published && formatDays(published)]])
}

type Asked = Readonly<Record<string, string | undefined>>

/** What stands behind the question mark of an address. */
export const queryText = (asked: Asked): string =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  ).toString()

/** An address with what is asked for behind its question mark. */
export function addressOf(path: string, asked: Asked): string {
  const query = queryText(asked)
  return query === '' ? path : `${path}?${query}`
}
