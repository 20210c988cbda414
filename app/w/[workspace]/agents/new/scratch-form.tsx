'use client'

import { useActionState } from 'react'
import { createFromScratch } from '@/app/w/[workspace]/agents/new/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { FormSelect } from '@/components/forms/form-select'
import { ActionForm } from '@/components/ui/action-form'
import { KIND_LABELS, KINDS } from '@/lib/assessment/kinds'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function ScratchForm({ workspace }: { workspace: string }) {
  const [state, dispatch, pending] = useActionState(createFromScratch, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Create agent" problem={problemOf(state)}>
      <input type="hidden" name="workspace" value={workspace} />
      <FormField label="Name" name="name" state={state} autoComplete="off" required />
      <FormSelect
        label="Kind"
        name="kind"
        state={state}
        value="mcp-server"
        options={KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
      />
    </ActionForm>
  )
}
