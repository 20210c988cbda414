import { type Anchor, FACTORS, type FactorId } from '@/lib/aivss/factors'

/** Where a rating stands on the rubric: on an anchor (both ends the same) or between two. */
export type RubricPlace = {
  readonly lower: RubricAnchor
  readonly upper: RubricAnchor
  /** `0.5`, or `between 0.5 and 1.0`. */
  readonly label: string
}

export type RubricAnchor = { readonly hundredths: Anchor; readonly label: string; readonly text: string }

export const rubricAt = (id: FactorId, hundredths: number): RubricPlace => {
  const lower = anchorOf(id, hundredths >= 100 ? 100 : hundredths >= 50 ? 50 : 0)
  const upper = anchorOf(id, hundredths <= 0 ? 0 : hundredths <= 50 ? 50 : 100)
  const label =
    lower.hundredths === upper.hundredths ? lower.label : `between ${lower.label} and ${upper.label}`
  return { lower, upper, label }
}

const LABELS = { 0: '0.0', 50: '0.5', 100: '1.0' } as const satisfies Record<Anchor, string>

const anchorOf = (id: FactorId, hundredths: Anchor): RubricAnchor => ({
  hundredths,
  label: LABELS[hundredths],
  text: FACTORS[id].anchors[hundredths],
})
