'use client'

import { type ReactNode, useActionState } from 'react'
import { revoke } from '@/app/w/[workspace]/members/actions'
import { problemOf } from '@/components/account/form-field'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** One open invitation, which can be taken back until it is used. */
export function InvitationRow({
  workspace,
  id,
  email,
  children,
}: {
  workspace: string
  id: string
  email: string
  children: ReactNode
}) {
  const [state, dispatch, pending] = useActionState(revoke, UNTOUCHED)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3 text-sm">
      <p className="min-w-0">
        <span id={`invitation-${id}`} className="font-semibold break-all">
          {email}
        </span>
        <br />
        <span className="text-ink-soft">{children}</span>
      </p>
      <form action={dispatch}>
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="invitation" value={id} />
        <button
          type="submit"
          disabled={pending}
          aria-describedby={`invitation-${id}`}
          className="min-h-9 cursor-pointer rounded-md border border-line-strong bg-paper px-3 hover:bg-sunken disabled:opacity-60"
        >
          Revoke
        </button>
      </form>
      <p role="alert" className="w-full text-xs text-high-mark empty:hidden">
        {problemOf(state)}
      </p>
    </li>
  )
}
