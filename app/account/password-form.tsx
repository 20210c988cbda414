'use client'

import { useActionState } from 'react'
import { type PasswordState, setPassword } from '@/app/account/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: PasswordState = UNTOUCHED

export function PasswordForm() {
  const [state, dispatch, pending] = useActionState(setPassword, START)
  if (state.isChanged)
    return (
      <p role="status" className="text-sm">
        The password is changed, and every other session has ended.
      </p>
    )
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Change password" problem={problemOf(state)}>
      <FormField
        label="Current password"
        name="currentPassword"
        state={state}
        type="password"
        autoComplete="current-password"
        required
      />
      <FormField
        label="New password"
        name="newPassword"
        state={state}
        type="password"
        autoComplete="new-password"
        hint="12 to 128 characters. It ends every other session."
        required
      />
    </ActionForm>
  )
}
