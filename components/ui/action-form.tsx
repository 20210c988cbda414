'use client'

import { type FormEvent, type ReactNode, startTransition, useEffect, useRef } from 'react'
import type { Look } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'

/**
 * A form for `useActionState`: by itself it is sent as a page; with script it is sent in place, and what was typed,
 * passwords too, stays in its fields while something has to be put right, the first of which is then under the hand.
 */
export function ActionForm({
  dispatch,
  pending,
  submit,
  look = 'main',
  problem,
  done,
  children,
}: {
  dispatch: (form: FormData) => void
  pending: boolean
  submit: string
  look?: Look
  problem?: string | undefined
  /** What came of it, another one each time: the fields then begin anew. Absent where they stay as they are. */
  done?: unknown
  children?: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const isSent = useRef(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    isSent.current = true
    startTransition(() => dispatch(typed))
  }
  useEffect(() => {
    if (pending || !isSent.current) return
    isSent.current = false
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [pending])
  useEffect(() => {
    if (done !== undefined) form.current?.reset()
  }, [done])
  return (
    <form ref={form} action={dispatch} onSubmit={send} className="max-w-md space-y-4" noValidate>
      {children}
      <p role="alert" className="text-sm text-high-mark empty:hidden">
        {problem}
      </p>
      <SubmitButton pending={pending} look={look} className="w-full">
        {submit}
      </SubmitButton>
    </form>
  )
}
