'use client'

import { useActionState } from 'react'
import { addWorkspace } from '@/app/account/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { Fold } from '@/components/ui/fold'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function WorkspaceForm() {
  const [state, dispatch, pending] = useActionState(addWorkspace, UNTOUCHED)
  return (
    <Fold className="mt-4" summary="New workspace" isOpen={state.issues.length > 0}>
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
    </Fold>
  )
}
