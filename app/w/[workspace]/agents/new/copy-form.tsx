'use client'

import { useActionState } from 'react'
import { createCopy } from '@/app/w/[workspace]/agents/new/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormSelect } from '@/components/forms/form-select'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function CopyForm({
  workspace,
  agents,
  chosen,
}: {
  workspace: string
  agents: readonly { readonly slug: string; readonly name: string }[]
  chosen: string | undefined
}) {
  const [state, dispatch, pending] = useActionState(createCopy, UNTOUCHED)
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Copy agent" problem={problemOf(state)}>
      <input type="hidden" name="workspace" value={workspace} />
      <FormSelect
        label="Agent to copy"
        name="agent"
        state={state}
        value={chosen}
        options={agents.map(({ slug, name }) => [slug, name])}
      />
    </ActionForm>
  )
}
