'use client'

import { useActionState } from 'react'
import { createCopy } from '@/app/w/[workspace]/agents/new/actions'
import { problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { Field, Select } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'
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
      <Field label="Agent to copy">
        <Select
          name="agent"
          value={state.values['agent'] ?? chosen}
          options={agents.map(({ slug, name }) => [slug, name])}
        />
      </Field>
      <IssueText id="agent-issue" issue={state.issues.find(({ path }) => path === 'agent')?.message} />
    </ActionForm>
  )
}
