'use client'

import { useActionState, useState } from 'react'
import { type InviteState, invite } from '@/app/w/[workspace]/members/actions'
import { FormField, problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { Field, Select } from '@/components/ui/field'
import { ROLES } from '@/lib/access/roles'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: InviteState = UNTOUCHED

export function InviteForm({ workspace }: { workspace: string }) {
  const [state, dispatch, pending] = useActionState(invite, START)
  return (
    <>
      <ActionForm dispatch={dispatch} pending={pending} submit="Create invitation" problem={problemOf(state)}>
        <input type="hidden" name="workspace" value={workspace} />
        <FormField label="Email" name="email" state={state} type="email" autoComplete="off" required />
        <Field label="Role">
          <Select
            name="role"
            value={state.values['role'] ?? 'editor'}
            options={ROLES.map((role) => [role, role])}
          />
        </Field>
      </ActionForm>
      {state.link !== undefined && <InvitationLink key={state.link} link={state.link} />}
    </>
  )
}

function InvitationLink({ link }: { link: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <div className="mt-6 max-w-md rounded-md border border-line bg-paper p-4 text-sm" role="status">
      <p className="font-semibold">For the invited person alone</p>
      <p className="figures mt-2 break-all">{link}</p>
      <button
        type="button"
        onClick={copy}
        className="mt-3 min-h-9 cursor-pointer rounded-md border border-line-strong px-3 hover:bg-sunken"
      >
        {copied ? 'Copied' : 'Copy link'}
      </button>
    </div>
  )
}
