'use client'

import { type FormEvent, useEffect, useState } from 'react'
import type { Controls } from '@/components/calculator/controls'
import { FactorRatings } from '@/components/calculator/factor-ratings'
import { FormulaInputs } from '@/components/calculator/formula-inputs'
import { Outcome, ScoreBar } from '@/components/calculator/outcome'
import { useServerScore } from '@/components/calculator/server-score'
import { Button } from '@/components/ui/button'
import { formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import { type CalculatorState, calculatorAddress, scoreState } from '@/lib/calculator/state'

/**
 * A form whose answer is an address: without script it is sent and the server fills in the outcome; with script the
 * same core computes it on every change, the address follows, and the server is asked to confirm.
 */
export function Calculator({ start, computed }: { start: CalculatorState; computed: Score | null }) {
  const [state, setState] = useState(start)
  const result = scoreState(state)
  const server = useServerScore(state, result.ok, { state: start, score: computed })
  useAddress(state, start)
  const controls: Controls = {
    state,
    change: (part) => setState((current) => ({ ...current, ...part })),
    issueAt: (path) => (result.ok ? undefined : result.error.find((one) => one.path === path)?.message),
  }
  return (
    <form action="/calculator" onSubmit={(event: FormEvent) => event.preventDefault()}>
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-[1fr_21rem]">
        <div className="min-w-0 space-y-10">
          <FormulaInputs {...controls} />
          <FactorRatings {...controls} />
          <Button type="submit" className="scripted:hidden">
            Compute the score
          </Button>
        </div>
        <Outcome result={result} formula={formulaOf(state.formula)} server={server} />
      </div>
      <ScoreBar result={result} />
    </form>
  )
}

/** The address can be copied at any moment; a step back leaves the calculator instead of undoing one slider. */
function useAddress(state: CalculatorState, start: CalculatorState) {
  useEffect(() => {
    if (state === start) return
    const soon = setTimeout(() => window.history.replaceState(null, '', calculatorAddress(state)), 150)
    return () => clearTimeout(soon)
  }, [state, start])
}
