'use client'

import { useActionState } from 'react'
import { askForAccount, type SignUpState } from '@/app/sign-up/actions'
import { NewPasswordField } from '@/components/account/new-password-field'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: SignUpState = UNTOUCHED

export function SignUpForm() {
  const [state, dispatch, pending] = useActionState(askForAccount, START)
  if (state.isAsked)
    return (
      <p role="status" className="prose mt-2 text-sm">
        A letter is on its way to your address. Its link makes the account, together with your password, and
        works for a day. Nothing arrived after a few minutes? Look into the spam folder, or sign up once more.
      </p>
    )
  return (
    <>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        With a workspace of your own. You confirm your address by mail first.
      </p>
      <ActionForm dispatch={dispatch} pending={pending} submit="Create account" problem={problemOf(state)}>
        <FormField label="Name" name="name" state={state} autoComplete="name" required />
        <FormField label="Email" name="email" state={state} type="email" autoComplete="username" required />
        <NewPasswordField state={state} />
        <FormField
          label="Workspace"
          name="workspace"
          state={state}
          hint="The name of your team, as readers see it."
          required
        />
      </ActionForm>
    </>
  )
}
