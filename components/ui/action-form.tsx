'use client'

import { type FormEvent, type ReactNode, startTransition } from 'react'
import { Button, type Look } from '@/components/ui/button'

/**
 * A form for `useActionState`: by itself it is sent as a page; with script it is sent in place, and what was typed,
 * passwords too, stays in its fields while something has to be put right.
 */
export function ActionForm({
  dispatch,
  pending,
  submit,
  look = 'main',
  problem,
  children,
}: {
  dispatch: (form: FormData) => void
  pending: boolean
  submit: string
  look?: Look
  problem?: string | undefined
  children?: ReactNode
}) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => dispatch(form))
  }
  return (
    <form action={dispatch} onSubmit={send} className="max-w-md space-y-4" noValidate>
      <p role="alert" className="text-sm text-high-mark empty:hidden">
        {problem}
      </p>
      {children}
      <Button type="submit" look={look} disabled={pending} className="w-full disabled:opacity-60">
        {submit}
      </Button>
    </form>
  )
}
