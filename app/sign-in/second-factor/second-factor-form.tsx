'use client'

import { useActionState } from 'react'
import { confirm } from '@/app/sign-in/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function SecondFactorForm() {
  const [state, dispatch, pending] = useActionState(confirm, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Continue" problem={problemOf(state)}>
      <FormField
        label="Code"
        name="code"
        state={state}
        autoComplete="one-time-code"
        inputMode="text"
        required
      />
    </ActionForm>
  )
}
