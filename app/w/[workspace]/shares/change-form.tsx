'use client'

import { useActionState } from 'react'
import { type ChangeState, change } from '@/app/w/[workspace]/shares/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ExpiryFields } from '@/components/shares/expiry-fields'
import { PasswordField } from '@/components/shares/password-field'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Fold } from '@/components/ui/fold'
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
    <Fold
      summary="Change"
      describedBy={`share-${share}`}
      isOpen={state.issues.length > 0 || state.isSaved === true}
      className="mt-1"
    >
      <div className="mt-3 mb-2">
        <ActionForm
          dispatch={dispatch}
          pending={pending}
          look="quiet"
          submit="Save link"
          problem={problemOf(state)}
          done={state.isSaved ? state : undefined}
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
          <PasswordField
            label={hasPassword ? 'Another password' : 'Password'}
            state={state}
            hint={
              hasPassword
                ? 'Left empty, it stays. Another one has to be typed by every reader anew.'
                : 'Left empty, there is none. Otherwise 8 to 128 characters.'
            }
          />
          {hasPassword && (
            <Checkbox name="removePassword">Remove the password: the link alone is enough then</Checkbox>
          )}
          <p role="status" className="text-sm text-ink-soft empty:hidden">
            {state.isSaved && !pending && 'Saved.'}
          </p>
        </ActionForm>
      </div>
    </Fold>
  )
}
