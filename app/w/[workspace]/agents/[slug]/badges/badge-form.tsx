'use client'

import { useActionState } from 'react'
import { create } from '@/app/w/[workspace]/agents/[slug]/badges/actions'
import { problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { Field, Select } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Makes a badge address: of whatever is the latest, or of one revision for good. */
export function BadgeForm({
  workspace,
  slug,
  numbers,
}: {
  workspace: string
  slug: string
  /** Of the revisions that can be read, the newest first. */
  numbers: readonly number[]
}) {
  const [state, dispatch, pending] = useActionState(create, UNTOUCHED)
  const issue = state.issues.find(({ path }) => path === 'shows')?.message
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      submit="Make badge address"
      look="quiet"
      problem={problemOf(state)}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
      <div>
        <Field label="It shows">
          <Select
            name="shows"
            value={state.values['shows'] ?? 'latest'}
            options={[
              ['latest', 'Always the latest revision'],
              ...numbers.map((number): [string, string] => [String(number), `Revision ${number}`]),
            ]}
          />
        </Field>
        <IssueText id="shows-issue" issue={issue} />
      </div>
    </ActionForm>
  )
}
