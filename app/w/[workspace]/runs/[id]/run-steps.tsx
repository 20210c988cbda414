'use client'

import { type FormEvent, type ReactNode, useActionState, useRef } from 'react'
import { advance, type StepState, undo } from '@/app/w/[workspace]/runs/[id]/actions'
import { MadeLinks } from '@/app/w/[workspace]/runs/[id]/made-links'
import { type Act, useSteps } from '@/app/w/[workspace]/runs/[id]/use-steps'
import { problemOf } from '@/components/forms/form-control'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { SubmitButton } from '@/components/ui/submit-button'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: StepState = UNTOUCHED
const ELSEWHERE = 'The last of them are in the hands of another page. Continue if they stay as they are.'

/**
 * Goes through a run: with script one step follows the other until something stops it; without, each press is a step.
 * What is left is read from the database each time, so that a page that is closed loses nothing.
 */
export function RunSteps({
  workspace,
  run,
  all,
  left,
  isUndone,
  goesByItself,
  undoSentence,
  children,
}: {
  workspace: string
  run: string
  /** How many there are to go through in this direction, and how many of them are left. */
  all: number
  left: number
  isUndone: boolean
  /** Whoever has just begun it does not have to press anything. */
  goesByItself: boolean
  /** What undoing does; absent while there is nothing to undo, or for whom may not. */
  undoSentence: string | undefined
  /** How far it is, in words. */
  children: ReactNode
}) {
  const [stepped, step, isStepping] = useActionState(advance, START)
  const { links, isGoing, go, pause, ...going } = useSteps({ workspace, run }, goesByItself && left > 0)
  const status = useRef<HTMLParagraphElement>(null)
  // The button that was pressed goes away; whoever works by keyboard is where it is told what happens instead.
  const onSubmit = (act: Act) => (event: FormEvent) => {
    event.preventDefault()
    status.current?.focus()
    void go(act)
  }
  const stop = () => {
    status.current?.focus()
    pause()
  }
  const problem = going.problem ?? problemOf(stepped)
  const isElsewhere = left > 0 && !isGoing && (going.foundNothing || stepped.agents === 0)
  return (
    <section aria-label="Progress" className="mb-8 max-w-xl space-y-3">
      <progress
        aria-label={isUndone ? 'Taken back' : 'Gone through'}
        max={Math.max(all, 1)}
        value={all === 0 ? 1 : all - left}
        className="block h-2 w-full appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p ref={status} role="status" tabIndex={-1} className="text-sm">
        {children}
      </p>
      <p role="alert" className="text-sm text-high-mark empty:hidden">
        {problem ?? (isElsewhere ? ELSEWHERE : undefined)}
      </p>
      {isGoing && left > 0 && (
        <Button type="button" look="quiet" onClick={stop}>
          Pause
        </Button>
      )}
      {!isGoing && left > 0 && (
        <form action={step} onSubmit={onSubmit(advance)}>
          <Which workspace={workspace} run={run} />
          <SubmitButton pending={isStepping}>{problem ? 'Try again' : 'Continue'}</SubmitButton>
        </form>
      )}
      <MadeLinks links={links.length > 0 ? links : (stepped.links ?? [])} isOver={left === 0} />
      {!isGoing && undoSentence !== undefined && (
        <Undo sentence={undoSentence} isOver={left === 0} onSubmit={onSubmit(undo)}>
          <Which workspace={workspace} run={run} />
        </Undo>
      )}
    </section>
  )
}

function Undo({
  sentence,
  isOver,
  onSubmit,
  children,
}: {
  sentence: string
  isOver: boolean
  onSubmit: (event: FormEvent) => void
  children: ReactNode
}) {
  const [state, dispatch, pending] = useActionState(undo, START)
  return (
    <Fold summary={isOver ? 'Undo this' : 'Stop and undo this'} isOpen={problemOf(state) !== undefined}>
      <form action={dispatch} onSubmit={onSubmit} className="mt-2 space-y-3">
        {children}
        <p className="text-sm text-ink-soft">{sentence}</p>
        <p role="alert" className="text-sm text-high-mark empty:hidden">
          {problemOf(state)}
        </p>
        <SubmitButton pending={pending} look="quiet">
          Undo
        </SubmitButton>
      </form>
    </Fold>
  )
}

const Which = ({ workspace, run }: { workspace: string; run: string }) => (
  <>
    <input type="hidden" name="workspace" value={workspace} />
    <input type="hidden" name="run" value={run} />
  </>
)
