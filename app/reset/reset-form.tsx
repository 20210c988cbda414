'use client'

import { useActionState } from 'react'
import { choosePassword } from '@/app/reset/actions'
import { HashField } from '@/components/account/hash-field'
import { NewPasswordField } from '@/components/account/new-password-field'
import { problemOf } from '@/components/forms/form-control'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function ResetForm() {
  const [state, dispatch, pending] = useActionState(choosePassword, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Set password" problem={problemOf(state)}>
      <HashField label="Code of the link" state={state} />
      <NewPasswordField state={state} />
    </ActionForm>
  )
}
