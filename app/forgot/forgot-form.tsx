'use client'

import { useActionState } from 'react'
import { askForLink, type ForgotState } from '@/app/forgot/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: ForgotState = UNTOUCHED

export function ForgotForm() {
  const [state, dispatch, pending] = useActionState(askForLink, START)
  if (state.isAsked)
    return (
      <p role="status" className="prose mt-2 text-sm">
        If there is an account with this address, a link is on its way to it. The link sets a new password and
        works for an hour. Nothing arrived after a few minutes? Look into the spam folder, or ask once more.
      </p>
    )
  return (
    <>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        A link that sets a new one is sent to the address of your account.
      </p>
      <ActionForm dispatch={dispatch} pending={pending} submit="Send the link" problem={problemOf(state)}>
        <FormField label="Email" name="email" state={state} type="email" autoComplete="username" required />
      </ActionForm>
    </>
  )
}
