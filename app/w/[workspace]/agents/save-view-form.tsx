'use client'

import { useActionState } from 'react'
import { type SaveViewState, saveView } from '@/app/w/[workspace]/agents/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Keeps the filters, the order and the columns of this page under a name. */
export function SaveViewForm({ workspace, query }: { workspace: string; query: string }) {
  const [state, dispatch, pending] = useActionState<SaveViewState, FormData>(saveView, UNTOUCHED)
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      submit="Save view"
      look="quiet"
      problem={problemOf(state)}
      done={state.saved}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="query" value={query} />
      <FormField
        label="Name of the view"
        name="name"
        state={state}
        hint="It keeps the search, the filters, the order and the columns, for everybody in this workspace."
        autoComplete="off"
        maxLength={120}
        required
      />
    </ActionForm>
  )
}
