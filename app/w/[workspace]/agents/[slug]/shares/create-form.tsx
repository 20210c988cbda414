'use client'

import { useActionState } from 'react'
import { type CreateState, create } from '@/app/w/[workspace]/agents/[slug]/shares/actions'
import { ExpiryFields } from '@/app/w/[workspace]/shares/expiry-fields'
import { FormField, problemOf } from '@/components/account/form-field'
import { SecretText } from '@/components/account/secret-text'
import { ActionForm } from '@/components/ui/action-form'
import { Field, Select } from '@/components/ui/field'
import { UNTOUCHED } from '@/lib/forms/form-state'
import { SECTIONS, SECTIONS_TEXTS } from '@/lib/report/sections'

const START: CreateState = UNTOUCHED

/** Makes a link, and shows it this once. */
export function CreateForm({
  workspace,
  slug,
  revisions,
}: {
  workspace: string
  slug: string
  /** Those that can be read, the newest first, each with how it is told from others. */
  revisions: readonly { readonly number: number; readonly day: string }[]
}) {
  const [state, dispatch, pending] = useActionState(create, START)
  return (
    <>
      <ActionForm dispatch={dispatch} pending={pending} submit="Create link" problem={problemOf(state)}>
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="slug" value={slug} />
        <FormField
          label="Label"
          name="label"
          state={state}
          autoComplete="off"
          hint="Whom it is for. Members alone see it; may stay empty."
        />
        <Field label="Revision">
          <Select
            name="number"
            value={state.values['number']}
            any="Always the latest that is published"
            options={revisions.map(({ number, day }) => [String(number), `Revision ${number}, ${day}`])}
          />
        </Field>
        <Field label="Shown">
          <Select
            name="sections"
            value={state.values['sections'] ?? 'whole'}
            options={SECTIONS.map((sections) => [sections, SECTIONS_TEXTS[sections]])}
          />
        </Field>
        <ExpiryFields state={state} />
        <FormField
          label="Password"
          name="password"
          state={state}
          type="password"
          autoComplete="new-password"
          hint="Empty: none, whoever has the link reads it. 8 to 128 characters; tell it to the readers on another way than the link."
        />
      </ActionForm>
      {state.url !== undefined && (
        <div className="mt-6">
          <SecretText key={state.url} title="This link is shown only now" text={state.url} copy="Copy link">
            <p className="mt-1">
              Hand it to whom you want to read the report. Put <code>.pdf</code>, <code>.md</code>,{' '}
              <code>.json</code> or <code>.html</code> behind it for a file.
            </p>
          </SecretText>
        </div>
      )}
    </>
  )
}
