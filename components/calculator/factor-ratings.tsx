'use client'

import type { Controls } from '@/components/calculator/controls'
import { Choices } from '@/components/rating/choices'
import { FactorSlider } from '@/components/rating/factor-slider'
import { FACTOR_SETS } from '@/lib/aivss/factors'

const SET_OPTIONS = Object.values(FACTOR_SETS).map(({ id, name }) => ({ id, label: name }))

export function FactorRatings({ state, change, issueAt }: Controls) {
  return (
    <section aria-labelledby="ratings">
      <h2 id="ratings" className="text-lg">
        Ten agentic risk factors
      </h2>
      <div className="mt-4 mb-6">
        <Choices
          legend="Factor set"
          name="factorSet"
          chosen={state.factorSet}
          options={SET_OPTIONS}
          onChoose={(factorSet) => change({ factorSet })}
        />
      </div>
      {FACTOR_SETS[state.factorSet].factors.map((id) => (
        <FactorSlider
          key={id}
          id={id}
          value={state.factors[id]}
          issue={issueAt(`factors.${id}`)}
          onChange={(value) => change({ factors: { ...state.factors, [id]: value } })}
        />
      ))}
    </section>
  )
}
