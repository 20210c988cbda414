'use client'

import { useMemo } from 'react'
import { type FactorEntry, FactorRating } from '@/components/editor/factor-rating'
import { useIssueAt } from '@/components/editor/readings'
import { useChange, useField } from '@/components/editor/store'
import { Choices } from '@/components/rating/choices'
import { FACTOR_SETS, type FactorId } from '@/lib/aivss/factors'
import { readEvidence, writeEvidence } from '@/lib/editor/evidence'

const SET_OPTIONS = Object.values(FACTOR_SETS).map(({ id, name }) => ({ id, label: name }))

/** Ten ratings, each with the rubric under the hand, its reasons and its evidence. */
export function FactorsSection() {
  const change = useChange()
  const factorSet = useField('factorSet') === 'natural-language' ? 'natural-language' : 'goal-planning'
  return (
    <section aria-labelledby="factors">
      <h2 id="factors" className="text-lg">
        Ten agentic risk factors
      </h2>
      <div className="mt-4 mb-6">
        <Choices
          legend="Factor set"
          name="factorSet"
          chosen={factorSet}
          options={SET_OPTIONS}
          onChoose={(id) => change('factorSet', id)}
        />
      </div>
      {FACTOR_SETS[factorSet].factors.map((id) => (
        <Rated key={id} id={id} />
      ))}
    </section>
  )
}

function Rated({ id }: { id: FactorId }) {
  const change = useChange()
  const written = useField(`factors.${id}.evidence`)
  const evidence = useMemo(() => readEvidence(written), [written])
  const take = ({ value, rationale, evidence: pieces }: Partial<FactorEntry>) => {
    if (value !== undefined) change(`factors.${id}`, value)
    if (rationale !== undefined) change(`factors.${id}.rationale`, rationale)
    if (pieces !== undefined) change(`factors.${id}.evidence`, writeEvidence(pieces))
  }
  return (
    <FactorRating
      id={id}
      value={useField(`factors.${id}`)}
      rationale={useField(`factors.${id}.rationale`)}
      evidence={evidence}
      issueAt={useIssueAt()}
      onChange={take}
    />
  )
}
