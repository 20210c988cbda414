'use client'

import { useActionState, useId } from 'react'
import { type CreateState, create } from '@/app/w/[workspace]/tokens/actions'
import { issueOf, problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { FormSelect } from '@/components/forms/form-select'
import { SecretText } from '@/components/forms/secret-text'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { IssueText } from '@/components/ui/issue-text'
import { Snippet } from '@/components/ui/snippet'
import { SCOPES, type Scope } from '@/lib/access/scopes'
import { type FormState, UNTOUCHED } from '@/lib/forms/form-state'

const START: CreateState = UNTOUCHED

const WHAT_IT_OPENS: Readonly<Record<Scope, string>> = {
  read: 'Reads all agents of this workspace: their drafts, their revisions and the links to them.',
  write: 'Makes, changes, publishes and deletes agents, and makes and revokes links to them.',
  audit: 'Reads the audit log of this workspace.',
}

type Lifetimes = readonly (readonly [days: string, label: string])[]

export function TokenForm({ workspace, lifetimes }: { workspace: string; lifetimes: Lifetimes }) {
  const [state, dispatch, pending] = useActionState(create, START)
  return (
    <>
      <ActionForm
        dispatch={dispatch}
        pending={pending}
        submit="Create token"
        problem={problemOf(state)}
        done={state.made?.token}
      >
        <input type="hidden" name="workspace" value={workspace} />
        <FormField
          label="Name"
          name="name"
          state={state}
          hint="Of the program that will hold it, such as “Nightly pipeline”."
          autoComplete="off"
          required
        />
        <Scopes state={state} />
        <FormSelect label="Expiry" name="expiry" state={state} value="30" options={lifetimes} />
      </ActionForm>
      <div className="mt-6">
        <SecretText title="Copy it now: it is not shown again" text={state.made?.token} copy="Copy token">
          <p className="mt-1">Keep it where you keep passwords. Whoever has it can do what it opens.</p>
        </SecretText>
      </div>
      {state.made && (
        <div className="mt-4 max-w-2xl">
          <p className="mb-2 text-sm">This line shows that it works:</p>
          <Snippet text={state.made.curl} copy="Copy line" />
        </div>
      )}
    </>
  )
}

function Scopes({ state }: { state: FormState }) {
  const id = useId()
  const isUntouched = Object.keys(state.values).length === 0
  return (
    <fieldset aria-describedby={`${id}-issue`}>
      <legend className="mb-1 text-xs text-ink-soft">Scopes</legend>
      <div className="space-y-2">
        {SCOPES.map((scope) => (
          <div key={scope}>
            <Checkbox
              name={scope}
              defaultChecked={isUntouched ? scope === 'read' : state.values[scope] === 'on'}
              aria-describedby={`${id}-${scope}`}
            >
              {scope}
            </Checkbox>
            <p id={`${id}-${scope}`} className="pl-6.5 text-xs text-ink-soft">
              {WHAT_IT_OPENS[scope]}
            </p>
          </div>
        ))}
      </div>
      <IssueText id={`${id}-issue`} issue={issueOf(state, 'scopes')} />
    </fieldset>
  )
}
