'use client'

import type { Controls } from '@/components/calculator/controls'
import { Choices } from '@/components/rating/choices'
import { CvssField } from '@/components/rating/cvss-field'
import { MultiplierField } from '@/components/rating/multiplier-field'
import { FORMULAS, formulaOf } from '@/lib/aivss/formulas'

const FORMULA_OPTIONS = FORMULAS.map(({ id, title, equation }) => ({ id, label: title, equation }))

export function FormulaInputs({ state, change, issueAt }: Controls) {
  const formula = formulaOf(state.formula)
  return (
    <section aria-labelledby="inputs" className="space-y-6">
      <h2 id="inputs" className="text-lg">
        Formula and its inputs
      </h2>
      <Choices
        legend="Formula of the headline score"
        name="formula"
        chosen={state.formula}
        options={FORMULA_OPTIONS}
        onChoose={(id) => change({ formula: id })}
      />
      <CvssField
        value={state.cvss}
        issue={issueAt('cvss.base') ?? issueAt('cvss.vector') ?? issueAt('cvss')}
        onChange={(cvss) => change({ cvss })}
      />
      <MultiplierField
        legend="Threat multiplier T"
        name="threatMultiplier"
        otherName="threatOther"
        otherRange={[0.5, 1.5]}
        value={state.threat}
        published={formula.threatMultipliers}
        issue={issueAt('threatMultiplier')}
        onChange={(threat) => change({ threat })}
      />
      {formula.usesMitigation && (
        <MultiplierField
          legend="Mitigation factor M"
          name="mitigationFactor"
          otherName="mitigationOther"
          otherRange={[0, 1]}
          value={state.mitigation}
          published={formula.mitigationFactors}
          issue={issueAt('mitigationFactor')}
          onChange={(mitigation) => change({ mitigation })}
        />
      )}
    </section>
  )
}
