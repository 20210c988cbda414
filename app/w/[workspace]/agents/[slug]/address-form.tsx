'use client'

import { useActionState } from 'react'
import { changeAddress } from '@/app/w/[workspace]/agents/[slug]/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function AddressForm({ workspace, slug }: { workspace: string; slug: string }) {
  const [state, dispatch, pending] = useActionState(changeAddress, UNTOUCHED)
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      submit="Change address"
      look="quiet"
      problem={problemOf(state)}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
      <FormField
        label="Address in this workspace"
        name="address"
        state={state}
        defaultValue={state.values['address'] ?? slug}
        autoComplete="off"
        spellCheck={false}
        hint="The end of the address of this page. The former one leads here. The public name is another thing."
        required
      />
    </ActionForm>
  )
}
