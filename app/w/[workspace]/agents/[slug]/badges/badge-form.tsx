'use client'

import { useActionState } from 'react'
import { create } from '@/app/w/[workspace]/agents/[slug]/badges/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormSelect } from '@/components/forms/form-select'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Creates a badge address: of whatever is the latest, or of one revision for good. */
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
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      submit="Create badge address"
      problem={problemOf(state)}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
      <FormSelect
        label="It shows"
        name="shows"
        state={state}
        value="latest"
        options={[
          ['latest', 'Always the latest that is published'],
          ...numbers.map((number) => [String(number), `Revision ${number}`] as const),
        ]}
      />
    </ActionForm>
  )
}
