'use client'

import { CvssBuilder } from '@/components/editor/cvss-builder'
import { useIssueAt } from '@/components/editor/readings'
import { useChange, useField } from '@/components/editor/store'
import { TextAreaField } from '@/components/editor/text-area-field'
import { Choices } from '@/components/rating/choices'
import { MultiplierField } from '@/components/rating/multiplier-field'
import { FORMULA_IDS, FORMULAS, formulaOf, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { LIMITS } from '@/lib/assessment/limits'

const FORMULA_OPTIONS = FORMULAS.map(({ id, title, equation }) => ({ id, label: title, equation }))

/** The formula, and what goes into it beside the ten factors. */
export function InputsSection() {
  const change = useChange()
  const issueAt = useIssueAt()
  const chosen = useField('formula')
  const formula = formulaOf(FORMULA_IDS.find((id) => id === chosen) ?? HEADLINE_FORMULA.id)
  const cvss = useField('cvss')
  return (
    <section aria-labelledby="inputs" className="space-y-6">
      <h2 id="inputs" className="text-lg">
        Formula and its inputs
      </h2>
      <Choices
        legend="Formula of the headline score"
        name="formula"
        chosen={formula.id}
        options={FORMULA_OPTIONS}
        onChoose={(id) => change('formula', id)}
      />
      <div className="space-y-4">
        <CvssBuilder
          value={cvss}
          issue={issueAt('cvss.base') ?? issueAt('cvss.vector') ?? issueAt('cvss')}
          onChange={(value) => change('cvss', value)}
        />
        <Rationale of="cvss" label="Why this base" />
      </div>
      <div className="space-y-3">
        <MultiplierField
          legend="Threat multiplier T"
          name="threatMultiplier"
          otherName="threatOther"
          otherRange={[0.5, 1.5]}
          value={useField('threatMultiplier')}
          published={formula.threatMultipliers}
          issue={issueAt('threatMultiplier.value') ?? issueAt('threatMultiplier')}
          onChange={(value) => change('threatMultiplier', value)}
        />
        <Rationale of="threatMultiplier" label="Why this multiplier" />
      </div>
      <Mitigation isUsed={formula.usesMitigation} published={formula.mitigationFactors} />
    </section>
  )
}

function Mitigation({
  isUsed,
  published,
}: {
  isUsed: boolean
  published: ReturnType<typeof formulaOf>['mitigationFactors']
}) {
  const change = useChange()
  const issueAt = useIssueAt()
  const value = useField('mitigationFactor')
  if (!isUsed) return null
  return (
    <div className="space-y-3">
      <MultiplierField
        legend="Mitigation factor M"
        name="mitigationFactor"
        otherName="mitigationOther"
        otherRange={[0, 1]}
        value={value}
        published={published}
        issue={issueAt('mitigationFactor.value') ?? issueAt('mitigationFactor')}
        onChange={(next) => change('mitigationFactor', next)}
      />
      <Rationale of="mitigationFactor" label="Why this factor" />
    </div>
  )
}

function Rationale({ of, label }: { of: 'cvss' | 'threatMultiplier' | 'mitigationFactor'; label: string }) {
  const change = useChange()
  return (
    <TextAreaField
      id={`${of}-rationale`}
      label={label}
      value={useField(`${of}.rationale`)}
      lengthMax={LIMITS.rationale}
      rows={2}
      issue={useIssueAt()(`${of}.rationale`)}
      onChange={(value) => change(`${of}.rationale`, value)}
    />
  )
}
