'use client'

import { useActionState } from 'react'
import { join } from '@/app/invite/[code]/actions'
import { problemOf } from '@/components/forms/form-control'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function JoinForm({ code }: { code: string }) {
  const [state, dispatch, pending] = useActionState(join, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Join" problem={problemOf(state)}>
      <input type="hidden" name="code" value={code} />
    </ActionForm>
  )
}
