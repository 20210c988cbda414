'use client'

import { useActionState } from 'react'
import { disconnectProvider } from '@/app/account/provider/actions'
import { problemOf } from '@/components/forms/form-control'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function DisconnectForm() {
  const [state, dispatch, pending] = useActionState(disconnectProvider, UNTOUCHED)
  return <ActionForm dispatch={dispatch} pending={pending} submit="Disconnect" problem={problemOf(state)} />
}
