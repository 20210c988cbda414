'use client'

import { useActionState } from 'react'
import { type CreateState, create } from '@/app/w/[workspace]/agents/[slug]/shares/actions'
import { ExpiryFields } from '@/app/w/[workspace]/shares/expiry-fields'
import { PasswordField } from '@/app/w/[workspace]/shares/password-field'
import { problemOf } from '@/components/account/form-control'
import { FormField } from '@/components/account/form-field'
import { FormSelect } from '@/components/account/form-select'
import { SecretText } from '@/components/account/secret-text'
import { ActionForm } from '@/components/ui/action-form'
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
      <ActionForm
        dispatch={dispatch}
        pending={pending}
        submit="Create link"
        problem={problemOf(state)}
        done={state.url}
      >
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="slug" value={slug} />
        <FormField
          label="Label"
          name="label"
          state={state}
          autoComplete="off"
          hint="Whom it is for. Only members see it, and it may stay empty."
        />
        <FormSelect
          label="Revision"
          name="number"
          state={state}
          value=""
          any="Always the latest that is published"
          options={revisions.map(({ number, day }) => [String(number), `Revision ${number}, ${day}`])}
        />
        <FormSelect
          label="It shows"
          name="sections"
          state={state}
          value="whole"
          options={SECTIONS.map((sections) => [sections, SECTIONS_TEXTS[sections]])}
        />
        <ExpiryFields state={state} />
        <PasswordField
          state={state}
          hint="Left empty, the link alone opens the report. Otherwise 8 to 128 characters; note it, it is not shown again, and tell it to readers by another way than the link."
        />
      </ActionForm>
      <div className="mt-6">
        <SecretText title="The link is made, and shown only now" text={state.url} copy="Copy link">
          <p className="mt-1">
            Give it to whoever should read the report. With <code>.pdf</code>, <code>.md</code>,{' '}
            <code>.json</code> or <code>.html</code> at its end it opens as a file.
          </p>
        </SecretText>
      </div>
    </>
  )
}
