'use client'

import { useActionState } from 'react'
import { joinAsNew } from '@/app/invite/[code]/actions'
import { FormField, problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function NewMemberForm({ code }: { code: string }) {
  const [state, dispatch, pending] = useActionState(joinAsNew, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Create account" problem={problemOf(state)}>
      <input type="hidden" name="code" value={code} />
      <FormField label="Name" name="name" state={state} autoComplete="name" required />
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
