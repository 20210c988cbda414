'use client'

import { useActionState } from 'react'
import { setUp } from '@/app/setup/actions'
import { HashField } from '@/components/account/hash-field'
import { NewPasswordField } from '@/components/account/new-password-field'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
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
