'use client'

import { useActionState } from 'react'
import { choosePassword } from '@/app/reset/actions'
import { FormField, problemOf } from '@/components/account/form-field'
import { HashField } from '@/components/account/hash-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function ResetForm() {
  const [state, dispatch, pending] = useActionState(choosePassword, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Set password" problem={problemOf(state)}>
      <HashField label="Code of the link" state={state} />
      <FormField
        label="Password"
        name="password"
        state={state}
        type="password"
        autoComplete="new-password"
        hint="12 to 128 characters. Several words are easier to remember and harder to guess."
        required
      />
    </ActionForm>
  )
}
