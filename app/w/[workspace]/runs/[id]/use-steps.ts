import { useEffect, useRef, useState } from 'react'
import { advance, type StepState } from '@/app/w/[workspace]/runs/[id]/actions'
import { problemOf } from '@/components/forms/form-control'
import type { MadeLink } from '@/lib/bulk/step'
import { UNTOUCHED } from '@/lib/forms/form-state'

export type Act = (before: StepState, form: FormData) => Promise<StepState>

const START: StepState = UNTOUCHED
const AWAY: StepState = {
  values: {},
  issues: [
    {
      path: '',
      message:
        'Fullscore does not answer. What was done is done, and nothing is done twice: try again when you are connected.',
    },
  ],
}

/** Takes one step after the other until nothing is left, something goes wrong, or it is paused. */
export function useSteps({ workspace, run }: { workspace: string; run: string }, goesByItself: boolean) {
  const [links, setLinks] = useState<readonly MadeLink[]>([])
  const [isGoing, setGoing] = useState(false)
  const [last, setLast] = useState(START)
  const isPaused = useRef(false)
  const hasBegun = useRef(false)
  const go = async (first: Act = advance) => {
    hasBegun.current = true
    isPaused.current = false
    setLast(START)
    setGoing(true)
    for (let act = first; !isPaused.current; act = advance) {
      const form = new FormData()
      form.set('workspace', workspace)
      form.set('run', run)
      const answer = await act(START, form).catch(() => AWAY)
      const made = answer.links ?? []
      if (made.length > 0) setLinks((before) => [...before, ...made])
      setLast(answer)
      if (answer.issues.length > 0 || answer.agents === 0) break
    }
    setGoing(false)
  }
  useEffect(() => {
    if (goesByItself && !hasBegun.current) void go()
  })
  const pause = () => {
    isPaused.current = true
  }
  return { links, isGoing, go, pause, problem: problemOf(last), foundNothing: last.agents === 0 }
}
