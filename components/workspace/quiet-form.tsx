'use client'

import { type ReactNode, useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormState, UNTOUCHED } from '@/lib/forms/form-state'

/** A form that is little more than its button. What went wrong is said below it. */
export function QuietForm({
  act,
  hidden,
  submit,
  describedBy,
  children,
}: {
  act: (before: FormState, form: FormData) => Promise<FormState>
  hidden: Readonly<Record<string, string | number>>
  submit: string
  /** The id of what the button is about, where its name alone does not say. */
  describedBy?: string
  children?: ReactNode
}) {
  const [state, dispatch, pending] = useActionState(act, UNTOUCHED)
  return (
    <form action={dispatch} className="space-y-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton pending={pending} look="quiet" aria-describedby={describedBy}>
        {submit}
      </SubmitButton>
      <p role="alert" className="prose text-xs text-high-mark empty:hidden">
        {state.issues[0]?.message}
      </p>
    </form>
  )
}
