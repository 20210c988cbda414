'use client'

import { useActionState } from 'react'
import { type ChangeState, change } from '@/app/w/[workspace]/shares/actions'
import { ExpiryFields } from '@/app/w/[workspace]/shares/expiry-fields'
import { FormField, problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: ChangeState = UNTOUCHED

/** Changes what a link is called, when it ends and its password; the link itself stays the same. */
export function ChangeForm({
  workspace,
  share,
  label,
  ends,
  hasPassword,
}: {
  workspace: string
  share: string
  label: string
  ends: string
  hasPassword: boolean
}) {
  const [state, dispatch, pending] = useActionState(change, START)
  return (
    <ActionForm
      dispatch={dispatch}
      pending={pending}
      look="quiet"
      submit="Save link"
      problem={problemOf(state)}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="share" value={share} />
      <FormField
        label="Label"
        name="label"
        state={state}
        defaultValue={state.values['label'] ?? label}
        autoComplete="off"
      />
      <ExpiryFields state={state} kept={`As it is: ${ends}`} />
      <FormField
        label={hasPassword ? 'Another password' : 'Password'}
        name="password"
        state={state}
        type="password"
        autoComplete="new-password"
        hint={
          hasPassword
            ? 'Empty: it stays. Another one has to be typed by every reader anew.'
            : 'Empty: none. 8 to 128 characters.'
        }
      />
      {hasPassword && (
        <Checkbox name="removePassword">Remove the password: the link alone opens the report</Checkbox>
      )}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {state.isSaved && !pending && 'Saved.'}
      </p>
    </ActionForm>
  )
}
