'use client'

import { useActionState } from 'react'
import { setUp } from '@/app/setup/actions'
import { problemOf } from '@/components/account/form-control'
import { FormField } from '@/components/account/form-field'
import { HashField } from '@/components/account/hash-field'
import { NewPasswordField } from '@/components/account/new-password-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function SetupForm() {
  const [state, dispatch, pending] = useActionState(setUp, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Create account" problem={problemOf(state)}>
      <HashField label="Setup code" state={state} />
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
  )
}
