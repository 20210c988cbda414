'use client'

import { useActionState, useId } from 'react'
import { type ShareState, share } from '@/app/w/[workspace]/comparisons/actions'
import { ExpiryFields } from '@/app/w/[workspace]/shares/expiry-fields'
import { PasswordField } from '@/app/w/[workspace]/shares/password-field'
import { problemOf } from '@/components/account/form-control'
import { FormField } from '@/components/account/form-field'
import { SecretText } from '@/components/account/secret-text'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: ShareState = UNTOUCHED

/** Makes a link, and shows it this once. */
export function ShareForm({
  workspace,
  comparison,
  privateAgents,
}: {
  workspace: string
  comparison: string
  /** The names of those that are published and private. */
  privateAgents: readonly string[]
}) {
  const [state, dispatch, pending] = useActionState(share, START)
  const id = useId()
  return (
    <>
      <ActionForm
        dispatch={dispatch}
        pending={pending}
        submit="Create link"
        problem={problemOf(state)}
        done={state.url}
      >
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="comparison" value={comparison} />
        <FormField
          label="Label"
          name="label"
          state={state}
          autoComplete="off"
          hint="Whom it is for. Only members see it, and it may stay empty."
        />
        {privateAgents.length > 0 && (
          <div>
            <Checkbox
              name="opensPrivate"
              defaultChecked={state.values['opensPrivate'] === 'on'}
              aria-describedby={id}
            >
              Let whoever has a link read {privateAgents.join(', ')}, too
            </Checkbox>
            <p id={id} className="pl-6.5 text-xs text-ink-soft">
              They are private now. Other links to them that have not expired then work again. Without this
              they are left out.
            </p>
          </div>
        )}
        <ExpiryFields state={state} />
        <PasswordField
          state={state}
          hint="Left empty, the link alone opens the comparison. Otherwise 8 to 128 characters; note it, it is not shown again, and tell it to readers by another way than the link."
        />
      </ActionForm>
      <div className="mt-6">
        <SecretText title="The link is made, and shown only now" text={state.url} copy="Copy link">
          <p className="mt-1">
            Give it to whoever should read the comparison. With <code>.pdf</code>, <code>.md</code>,{' '}
            <code>.csv</code>, <code>.json</code> or <code>.html</code> at its end it opens as a file.
          </p>
        </SecretText>
      </div>
    </>
  )
}
