'use client'

import { useActionState } from 'react'
import { confirmAccount } from '@/app/sign-up/actions'
import { HashField } from '@/components/account/hash-field'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function ConfirmForm() {
  const [state, dispatch, pending] = useActionState(confirmAccount, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Create account" problem={problemOf(state)}>
      <HashField label="Code of the link" state={state} />
      <FormField
        label="Password"
        name="password"
        state={state}
        type="password"
        autoComplete="current-password"
        hint="The one that you chose when you signed up."
        required
      />
    </ActionForm>
  )
}
