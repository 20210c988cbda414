import { formulaOf } from '@/lib/aivss/formulas'
import { type AssessmentDocument, type Draft, documentSchema } from '@/lib/assessment/document'
import { type Issue, issuesOf } from '@/lib/assessment/issues'
import { DEFAULT_MITIGATION, defaultThreat } from '@/lib/assessment/score-inputs'
import { err, ok, type Result } from '@/lib/base/result'

/** The draft as it would be published, or everything that stands in the way. */
export const publishable = (draft: Draft): Result<AssessmentDocument, Issue[]> => {
  const parsed = documentSchema.safeParse(complete(draft))
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error))
}

export const missingForPublishing = (draft: Draft): Issue[] => {
  const result = publishable(draft)
  return result.ok ? [] : result.error
}

/** The draft with T and M as publishing writes them out, where it leaves them to the formula. */
export const withDefaults = (draft: Draft): Draft => {
  const formula = formulaOf(draft.formula)
  return {
    ...draft,
    threatMultiplier: {
      ...draft.threatMultiplier,
      value: draft.threatMultiplier?.value ?? defaultThreat(formula),
    },
    ...(formula.usesMitigation && {
      mitigationFactor: {
        ...draft.mitigationFactor,
        value: draft.mitigationFactor?.value ?? DEFAULT_MITIGATION,
      },
    }),
  }
}

/** Opens what is absent, so that each missing part is named by itself. */
const complete = (draft: Draft) => ({
  ...withDefaults(draft),
  name: draft.name ?? '',
  summary: draft.summary ?? '',
  cvss: draft.cvss ?? {},
  factors: draft.factors ?? {},
  layers: draft.layers ?? {},
})
