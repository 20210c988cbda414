'use client'

import { useActionState } from 'react'
import { type CreateState, create } from '@/app/w/[workspace]/agents/[slug]/shares/actions'
import { FormSelect } from '@/components/forms/form-select'
import { LinkForm } from '@/components/shares/link-form'
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
    <LinkForm
      what="report"
      endings={['.pdf', '.md', '.json', '.html']}
      state={state}
      dispatch={dispatch}
      pending={pending}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
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
    </LinkForm>
  )
}
