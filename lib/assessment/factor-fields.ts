import { z } from 'zod'
import { FACTORS, type FactorId } from '@/lib/aivss/factors'
import { factorDecimal } from '@/lib/assessment/decimals'
import { object, rationale } from '@/lib/assessment/fields'
import { LIMITS } from '@/lib/assessment/limits'
import { link } from '@/lib/assessment/link'
import { filled, prose } from '@/lib/assessment/text'

/** The factors of both sets, each optional: which ten there must be depends on the factor set. */
const perFactor = <Entry extends z.ZodType>(entryOf: (id: FactorId) => Entry) => ({
  autonomy: entryOf('autonomy').optional(),
  goalPlanning: entryOf('goalPlanning').optional(),
  selfModification: entryOf('selfModification').optional(),
  toolUse: entryOf('toolUse').optional(),
  memory: entryOf('memory').optional(),
  context: entryOf('context').optional(),
  language: entryOf('language').optional(),
  identity: entryOf('identity').optional(),
  multiAgent: entryOf('multiAgent').optional(),
  nonDeterminism: entryOf('nonDeterminism').optional(),
  opacity: entryOf('opacity').optional(),
})

const evidenceText = prose('The evidence text', LIMITS.evidenceText)
const evidenceUrl = link('The evidence link').optional()

const evidenceOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item, { error: 'Evidence is a list of objects.' })
    .max(LIMITS.evidencePerFactor, {
      error: `A factor has at most ${LIMITS.evidencePerFactor} pieces of evidence.`,
    })
    .optional()

const PIECE = 'A piece of evidence'

export const factorsOfDraft = object(
  'factors',
  perFactor((id) =>
    object(FACTORS[id].name, {
      value: factorDecimal(FACTORS[id].name).optional(),
      rationale,
      evidence: evidenceOf(object(PIECE, { text: evidenceText.optional(), url: evidenceUrl })),
    }),
  ),
)

export const factorsOfDocument = object(
  'factors',
  perFactor((id) =>
    object(FACTORS[id].name, {
      value: factorDecimal(FACTORS[id].name),
      rationale,
      evidence: evidenceOf(
        object(PIECE, {
          text: filled(evidenceText, 'Say what the evidence is, or remove it.'),
          url: evidenceUrl,
        }),
      ),
    }),
  ),
)

/** As shown to somebody from whom the evidence is hidden. */
export const factorsOfExcerpt = object(
  'factors',
  perFactor((id) => object(FACTORS[id].name, { value: factorDecimal(FACTORS[id].name), rationale })),
)

/** As in a request for a score: ratings alone. */
export const factorsOfRequest = object(
  'factors',
  perFactor((id) => factorDecimal(FACTORS[id].name)),
)
