'use client'

import { useActionState } from 'react'
import { publish } from '@/app/w/[workspace]/agents/[slug]/publish/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { FormText } from '@/components/forms/form-text'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Publishes the version that this page shows, and no other. A typed note stays, also when something is missing by now. */
export function PublishForm({
  workspace,
  slug,
  version,
  byline,
  publisher,
  ready,
}: {
  workspace: string
  slug: string
  version: number
  byline: string
  publisher: string
  ready: boolean
}) {
  const [state, dispatch, pending] = useActionState(publish, UNTOUCHED)
  if (!ready && state.issues.length === 0) return null
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Publish" problem={problemOf(state)}>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      <FormText
        label="Note"
        name="note"
        state={state}
        rows={3}
        hint="What is new in this revision, for its readers. Up to 500 characters; may stay empty."
      />
      <FormField
        label="Byline"
        name="byline"
        state={state}
        defaultValue={state.values['byline'] ?? byline}
        autoComplete="off"
        hint={`Who signs the report, such as a team. Empty: ${publisher}.`}
      />
    </ActionForm>
  )
}
