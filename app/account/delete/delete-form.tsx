'use client'

import { useActionState } from 'react'
import { removeAccount } from '@/app/account/delete/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function DeleteForm({ asksPassword }: { asksPassword: boolean }) {
  const [state, dispatch, pending] = useActionState(removeAccount, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Delete my account" problem={problemOf(state)}>
      {asksPassword ? (
        <FormField
          label="Password"
          name="password"
          state={state}
          type="password"
          autoComplete="current-password"
          required
        />
      ) : (
        <FormField
          label="Email"
          name="email"
          state={state}
          type="email"
          autoComplete="off"
          hint="Type the address of your account, to show that you mean it."
          required
        />
      )}
    </ActionForm>
  )
}
