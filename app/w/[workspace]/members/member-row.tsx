'use client'

import { useActionState } from 'react'
import { type LinkState, makePasswordLink, remove, setRole } from '@/app/w/[workspace]/members/actions'
import { problemOf } from '@/components/forms/form-control'
import { SecretText } from '@/components/forms/secret-text'
import { ROLES, type Role } from '@/lib/access/roles'
import { UNTOUCHED } from '@/lib/forms/form-state'

const NO_LINK: LinkState = UNTOUCHED

type Shown = { readonly userId: string; readonly name: string; readonly email: string; readonly role: Role }

/** One member; owners change the role and take people out, each with a button that works without script too. */
export function MemberRow({
  workspace,
  member: { userId, name, email, role },
  manages,
  isSelf,
}: {
  workspace: string
  member: Shown
  manages: boolean
  isSelf: boolean
}) {
  const [changed, change] = useActionState(setRole, UNTOUCHED)
  const [removed, takeOut] = useActionState(remove, UNTOUCHED)
  const [linked, makeLink] = useActionState(makePasswordLink, NO_LINK)
  const ids = (
    <>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="userId" value={userId} />
    </>
  )
  return (
    <li className="border-b border-line py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 grow">
          <span className="font-semibold">{name}</span>
          {isSelf && ' (you)'}
          <br />
          <span className="break-all text-ink-soft">{email}</span>
        </p>
        {manages ? (
          <>
            <form action={change} className="flex items-center gap-2">
              {ids}
              <select
                key={role}
                name="role"
                aria-label={`Role of ${name}`}
                defaultValue={role}
                className="min-h-9 rounded-md border border-line-strong bg-paper px-2"
              >
                {ROLES.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
              <RowButton label={`Change the role of ${name}`}>Change</RowButton>
            </form>
            <form action={takeOut}>
              {ids}
              <RowButton label={`Remove ${name}`}>Remove</RowButton>
            </form>
            {!isSelf && (
              <form action={makeLink}>
                {ids}
                <RowButton label={`Password link for ${name}`}>Password link</RowButton>
              </form>
            )}
          </>
        ) : (
          <p>{role}</p>
        )}
        <p role="alert" className="w-full text-xs text-high-mark empty:hidden">
          {problemOf(changed) ?? problemOf(removed) ?? problemOf(linked)}
        </p>
      </div>
      <SecretText title={`For ${name} alone`} text={linked.link} copy="Copy link">
        <p className="mt-1">
          It sets a new password, works once and for an hour, and is shown only now. Whoever opens it can sign
          in as {name}.
        </p>
      </SecretText>
    </li>
  )
}

function RowButton({ label, children }: { label: string; children: string }) {
  return (
    <button
      type="submit"
      aria-label={label}
      className="min-h-9 cursor-pointer rounded-md border border-line-strong bg-paper px-3 hover:bg-sunken"
    >
      {children}
    </button>
  )
}
