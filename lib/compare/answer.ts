import { z } from 'zod'
import { FACTOR_IDS, FACTOR_SET_IDS } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { severitySchema } from '@/lib/assessment/severity'
import { CERTAINTIES } from '@/lib/maestro/certainty'
import { LAYER_IDS } from '@/lib/maestro/layers'

const INPUTS = ['cvss', 'threatMultiplier', 'mitigationFactor', ...FACTOR_IDS] as const

const formula = z.enum(FORMULA_IDS)
const score = z.number().min(0).max(10)
const agent = z.string().describe('The key of an agent of this comparison.')
const rating = z.number().min(0).max(1)

const head = z.strictObject({
  key: z
    .string()
    .describe('The name it was asked for by, by which the other parts of the answer name it, too.'),
  name: z.string(),
  url: z.string().nullable().describe('Where it is read; null where a link leads nowhere else.'),
  vendor: z.string().nullable(),
  kind: z.string(),
  revision: z.int().min(1).nullable().describe('Null for a draft, which nobody has published.'),
  day: z.iso.date().describe('When it was published; when it was saved, for a draft. In UTC.'),
  formula,
  factorSet: z.enum(FACTOR_SET_IDS),
  cvssBase: score.nullable(),
  factorSum: score.nullable(),
  aars: z.number().min(0).nullable().describe('Exact, not rounded.'),
  threatMultiplier: z.number().min(0.5).max(1.5).nullable(),
  mitigationFactor: rating.nullable().describe('Null under a formula without one.'),
  score: score.nullable().describe('Under its own formula; null for a draft that lacks something.'),
  severity: severitySchema.nullable(),
  missing: z.array(z.string()).describe('What a draft needs before it has a score.'),
  notices: z.array(z.string()).describe('What a reader should know about the score.'),
})

const standing = z.strictObject({
  formula,
  isTheirOwn: z.boolean().describe('Whether every agent is rated under this formula itself.'),
  scores: z.array(
    z.strictObject({
      agent,
      score: score.nullable(),
      severity: severitySchema.nullable(),
      assumption: z.string().nullable().describe('What had to be taken for granted under this formula.'),
    }),
  ),
  groups: z
    .array(
      z.strictObject({
        severity: severitySchema,
        agents: z.array(agent),
        priority: z.string(),
        difference: z.string().nullable(),
      }),
    )
    .describe('The worst severity first. The agents of one group are equal in priority, and not ranked.'),
})

const factor = z.strictObject({
  id: z.enum(FACTOR_IDS),
  name: z.string(),
  ratings: z.array(
    z.strictObject({
      agent,
      value: rating.nullable().describe('Null where the agent does not rate the factor.'),
      isHighest: z.boolean(),
      rationale: z.string().nullable(),
    }),
  ),
  spread: rating.nullable().describe('Null where fewer than two agents rate the factor.'),
  differs: z.boolean(),
})

const layer = z.strictObject({
  id: z.enum(LAYER_IDS),
  name: z.string(),
  certaintyDiffers: z.boolean(),
  agents: z.array(
    z.strictObject({
      agent,
      certainty: z.enum(CERTAINTIES).nullable(),
      narrative: z.string().nullable().describe('Markdown.'),
    }),
  ),
})

const points = z.number().describe('In points of the score, rounded to hundredths that still add up.')

const why = z.strictObject({
  of: agent,
  than: agent,
  formula,
  title: z.string(),
  priority: z.string(),
  difference: z.number().describe('Between the scores as they are shown.'),
  parts: z
    .array(
      z.strictObject({
        id: z.enum([...INPUTS, 'roundingAndCap']),
        name: z.string(),
        values: z.string(),
        points,
      }),
    )
    .describe('The largest first, and rounding and the cap at the end. They add up to the difference.'),
  same: z.array(z.string()).describe('The inputs that are the same in both.'),
})

const reach = z.strictObject({
  agent,
  target: severitySchema,
  limit: score.describe('The highest score of the target.'),
  isThere: z.boolean(),
  lead: z.string(),
  singles: z
    .array(
      z.strictObject({
        input: z.enum(INPUTS),
        from: z.number(),
        to: z.number().describe('The highest value that is low enough.'),
        cost: z.int().min(1).describe('In hundredths.'),
      }),
    )
    .describe('Each would do alone; the cheapest first.'),
  factors: z.strictObject({
    sentences: z.array(z.string()),
    cost: z.int().min(1).nullable().describe('The hundredths that the factors have to lose together.'),
    sets: z.array(z.array(z.string())).describe('The smallest sets of factors that hold as much.'),
    setsInAll: z.int().min(0).describe('Also those that are not listed.'),
  }),
})

/** The answer to a request for a comparison: the figures of its page. */
export const comparisonAnswerSchema = z.strictObject({
  agents: z.array(head),
  cautions: z.array(z.string()).describe('Why the scores are not simply comparable.'),
  standings: z.array(standing).describe('First the one that the agents are compared under.'),
  factors: z.array(factor),
  sameFactors: z.int().min(0).describe('How many factors are left out because they are rated the same.'),
  layers: z.array(layer),
  why: z.array(why).describe('One for each pair with a score, from the worse of the two.'),
  reach: z.array(reach).describe('One for each agent with a score.'),
})

export type ComparisonAnswer = z.output<typeof comparisonAnswerSchema>
