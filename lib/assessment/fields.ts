import { z } from 'zod'
import { FACTOR_SET_IDS } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { KINDS } from '@/lib/assessment/kinds'
import { LIMITS } from '@/lib/assessment/limits'
import { link } from '@/lib/assessment/link'
import { filled, line, prose } from '@/lib/assessment/text'

/** A strict object: unknown keys are refused, and anything else than an object is refused in words. */
export const object = <Shape extends z.core.$ZodLooseShape>(label: string, shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'invalid_type') return undefined
      return issue.input === undefined ? `${label} is missing.` : `${label} is an object.`
    },
  })

const choice = <const Id extends string>(label: string, ids: readonly Id[]) =>
  z.enum(ids, { error: `${label} is one of ${ids.join(', ')}.` })

export const SCHEMA_VERSION = 1

export const schemaVersion = z.literal(SCHEMA_VERSION, {
  error: `schemaVersion is ${SCHEMA_VERSION}, the only version so far.`,
})

export const formula = choice('The formula', FORMULA_IDS).describe(
  'The formula of the headline score, for good.',
)

export const factorSet = choice('The factor set', FACTOR_SET_IDS).describe('Which ten factors are rated.')

export const tag = filled(line('A tag', LIMITS.tag), 'A tag must not be empty.')

/** What a draft and a publishable document say about the agent in the same words, all optional. */
export const PROFILE_FIELDS = {
  kind: choice('The kind', KINDS).optional(),
  vendor: line('The vendor', LIMITS.vendor).optional(),
  description: prose('The description', LIMITS.description).optional(),
  links: object('links', {
    listing: link('The listing link').optional(),
    repository: link('The repository link').optional(),
    homepage: link('The homepage link').optional(),
  }).optional(),
  tags: z
    .array(tag, {
      error: 'Tags are a list of texts.',
    })
    .max(LIMITS.tags, { error: `There are at most ${LIMITS.tags} tags.` })
    .superRefine((tags, context) => {
      for (const [index, tag] of tags.entries()) {
        if (tags.indexOf(tag) === index) continue
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `The tag “${tag}” is given twice; keep one.`,
        })
      }
    })
    .meta({ uniqueItems: true })
    .optional(),
}

export const rationale = prose('The rationale', LIMITS.rationale).optional()
