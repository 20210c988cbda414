'use client'

import { useActionState } from 'react'
import { joinAsNew } from '@/app/invite/[code]/actions'
import { NewPasswordField } from '@/components/account/new-password-field'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function NewMemberForm({ code }: { code: string }) {
  const [state, dispatch, pending] = useActionState(joinAsNew, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Create account" problem={problemOf(state)}>
      <input type="hidden" name="code" value={code} />
      <FormField label="Name" name="name" state={state} autoComplete="name" required />
      <NewPasswordField state={state} />
    </ActionForm>
  )
}
