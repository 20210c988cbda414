'use client'

import { useActionState } from 'react'
import { save } from '@/app/w/[workspace]/comparisons/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Keeps what is looked at under a name. */
export function SaveForm({ workspace, query }: { workspace: string; query: string }) {
  const [state, dispatch, pending] = useActionState(save, UNTOUCHED)
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      submit="Save comparison"
      look="quiet"
      problem={problemOf(state)}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="query" value={query} />
      <FormField
        label="Name of the comparison"
        name="name"
        state={state}
        autoComplete="off"
        hint="Members find it under Comparisons, where it can be shared by a link."
      />
    </ActionForm>
  )
}
