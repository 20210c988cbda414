'use client'

import { EvidenceList } from '@/components/editor/evidence-list'
import { TextAreaField } from '@/components/editor/text-area-field'
import { FactorSlider } from '@/components/rating/factor-slider'
import { FACTORS, type FactorId } from '@/lib/aivss/factors'
import { LIMITS } from '@/lib/assessment/limits'
import type { Piece } from '@/lib/editor/evidence'

export type FactorEntry = {
  /** Empty as long as the factor is not rated. */
  readonly value: string
  readonly rationale: string
  readonly evidence: readonly Piece[]
}

/** A factor with its reasons: unrated until somebody rates it, and the reasons at hand behind one line. */
export function FactorRating({
  id,
  value,
  rationale,
  evidence,
  issueAt,
  onChange,
}: FactorEntry & {
  id: FactorId
  /** By the path in the document: `factors.autonomy.evidence[0].url`. */
  issueAt: (path: string) => string | undefined
  onChange: (part: Partial<FactorEntry>) => void
}) {
  const own = (path: string) => issueAt(`factors.${id}.${path}`)
  const isFlawed =
    own('rationale') !== undefined ||
    own('evidence') !== undefined ||
    evidence.some((_, index) => own(`evidence[${index}].text`) ?? own(`evidence[${index}].url`))
  return (
    <FactorSlider
      id={id}
      value={value}
      issue={own('value') ?? issueAt(`factors.${id}`)}
      onChange={(next) => onChange({ value: next })}
      onClear={() => onChange({ value: '' })}
    >
      <details className="mt-2">
        <summary className="min-h-8 cursor-pointer py-1 text-sm text-ink-soft hover:text-ink">
          <span className="sr-only">{FACTORS[id].name}: </span>
          {contentsOf(rationale, evidence)}
          {isFlawed && <span className="text-high-mark"> · something to put right</span>}
        </summary>
        <div className="mt-2 space-y-4 pb-2">
          <TextAreaField
            id={`factor-${id}-rationale`}
            label="Rationale: why this value and no other"
            value={rationale}
            lengthMax={LIMITS.rationale}
            issue={own('rationale')}
            onChange={(next) => onChange({ rationale: next })}
          />
          <EvidenceList
            id={`factor-${id}-evidence`}
            evidence={evidence}
            issueAt={(path) => own(`evidence${path}`)}
            onChange={(next) => onChange({ evidence: next })}
          />
        </div>
      </details>
    </FactorSlider>
  )
}

/** What is inside, in the words of the line that opens it. */
function contentsOf(rationale: string, { length }: readonly Piece[]): string {
  const pieces = length === 1 ? '1 piece of evidence' : `${length} pieces of evidence`
  if (rationale.trim() === '')
    return length === 0 ? 'No rationale or evidence yet' : `No rationale, ${pieces}`
  return length === 0 ? 'Rationale, no evidence' : `Rationale, ${pieces}`
}
