'use client'

import { useActionState } from 'react'
import { type InviteState, invite } from '@/app/w/[workspace]/members/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { FormSelect } from '@/components/forms/form-select'
import { SecretText } from '@/components/forms/secret-text'
import { ActionForm } from '@/components/ui/action-form'
import { ROLES } from '@/lib/access/roles'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: InviteState = UNTOUCHED

const WHAT_OF_THE_MAIL = {
  sent: 'It was sent to the address, too.',
  failed: 'It could not be sent by mail, and is as good as one that was: hand the link over yourself.',
  unset: 'Hand the link over yourself: this Fullscore sends no mail.',
} as const

export function InviteForm({ workspace }: { workspace: string }) {
  const [state, dispatch, pending] = useActionState(invite, START)
  return (
    <>
      <ActionForm
        dispatch={dispatch}
        pending={pending}
        submit="Create invitation"
        problem={problemOf(state)}
        done={state.made?.link}
      >
        <input type="hidden" name="workspace" value={workspace} />
        <FormField label="Email" name="email" state={state} type="email" autoComplete="off" required />
        <FormSelect
          label="Role"
          name="role"
          state={state}
          value="editor"
          options={ROLES.map((role) => [role, role])}
        />
      </ActionForm>
      <div className="mt-6">
        <SecretText title="For the invited person alone" text={state.made?.link} copy="Copy link">
          <p className="mt-1">{state.made && WHAT_OF_THE_MAIL[state.made.delivery]}</p>
        </SecretText>
      </div>
    </>
  )
}
