'use client'

import { useActionState } from 'react'
import { enter } from '@/app/sign-in/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function SignInForm() {
  const [state, dispatch, pending] = useActionState(enter, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Sign in" problem={problemOf(state)}>
      <FormField label="Email" name="email" state={state} type="email" autoComplete="username" required />
      <FormField
        label="Password"
        name="password"
        state={state}
        type="password"
        autoComplete="current-password"
        required
      />
    </ActionForm>
  )
}
