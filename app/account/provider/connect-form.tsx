'use client'

import { useActionState } from 'react'
import { connectProvider } from '@/app/account/provider/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function ConnectForm({ provider }: { provider: string }) {
  const [state, dispatch, pending] = useActionState(connectProvider, UNTOUCHED)
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      submit={`Connect ${provider}`}
      problem={problemOf(state)}
    >
      <FormField
        label="Password of this account"
        name="password"
        state={state}
        type="password"
        autoComplete="current-password"
        required
      />
    </ActionForm>
  )
}
