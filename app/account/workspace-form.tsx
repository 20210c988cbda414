'use client'

import { useActionState } from 'react'
import { addWorkspace } from '@/app/account/actions'
import { FormField, problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function WorkspaceForm() {
  const [state, dispatch, pending] = useActionState(addWorkspace, UNTOUCHED)
  return (
    <details className="mt-4" open={state.issues.length > 0}>
      <summary className="w-fit cursor-pointer text-sm text-accent">New workspace</summary>
      <div className="mt-4">
        <ActionForm
          dispatch={dispatch}
          pending={pending}
          submit="Create workspace"
          problem={problemOf(state)}
        >
          <FormField
            label="Workspace name"
            name="workspace"
            state={state}
            hint="The name of the team or project, as readers see it. You will own it."
            required
          />
        </ActionForm>
      </div>
    </details>
  )
}
