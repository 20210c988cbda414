'use client'

import { useActionState } from 'react'
import { list } from '@/app/w/[workspace]/agents/[slug]/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Puts the agent into the library, or gives it another name there. */
export function ListForm({
  workspace,
  slug,
  publicName,
  isListed,
}: {
  workspace: string
  slug: string
  publicName: string
  isListed: boolean
}) {
  const [state, dispatch, pending] = useActionState(list, UNTOUCHED)
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      look="quiet"
      submit={isListed ? 'Change public name' : 'List in the library'}
      problem={problemOf(state)}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
      <FormField
        label="Public name"
        name="publicName"
        state={state}
        defaultValue={state.values['publicName'] ?? publicName}
        autoComplete="off"
        spellCheck={false}
        hint={
          isListed
            ? 'Its place in the library: /agents/ and this name. The former name leads to the new one.'
            : 'Its place in the library: /agents/ and this name. Once taken, no other agent gets it. Every revision that is not withdrawn can be read there, the earlier ones too.'
        }
        required
      />
    </ActionForm>
  )
}
