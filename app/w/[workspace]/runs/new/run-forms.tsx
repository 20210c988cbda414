'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import {
  startDeleting,
  startPublishing,
  startSharing,
  startTagging,
} from '@/app/w/[workspace]/runs/new/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { FormSelect } from '@/components/forms/form-select'
import { FormText } from '@/components/forms/form-text'
import { ExpiryFields } from '@/components/shares/expiry-fields'
import { useTray, withoutAgents } from '@/components/tray/tray-store'
import { ActionForm } from '@/components/ui/action-form'
import type { DeedKind } from '@/lib/bulk/deed-kinds'
import { type FormState, UNTOUCHED } from '@/lib/forms/form-state'
import { SECTIONS, SECTIONS_TEXTS } from '@/lib/report/sections'

export type RunFormProps = {
  /** Which agents, and as which run; the same in all forms. */
  readonly hidden: {
    readonly workspace: string
    readonly run: string
    readonly expected: string
    readonly agents: string
    readonly matching: string
  }
  /** What was ticked for it, as the tray knows it; nothing where all that match are meant. */
  readonly ticked: readonly string[]
  readonly submit: string
  readonly byline: string
  readonly publisher: string
}

/** What is to be done, with what it is done with. */
export function RunForm({ kind, ...props }: RunFormProps & { kind: DeedKind }) {
  const Form = FORMS[kind]
  return <Form {...props} />
}

const FORMS = { tag: TagForm, publish: PublishForm, share: ShareForm, delete: DeleteForm } as const

function TagForm(props: RunFormProps) {
  return (
    <Begin act={startTagging} {...props}>
      {(state) => (
        <FormField
          label="Tag"
          name="tag"
          state={state}
          autoComplete="off"
          hint="One tag, such as: reviewed"
        />
      )}
    </Begin>
  )
}

function PublishForm(props: RunFormProps) {
  return (
    <Begin act={startPublishing} {...props}>
      {(state) => (
        <>
          <FormText
            label="Note"
            name="note"
            state={state}
            rows={3}
            hint="What is new in each of these revisions, for their readers. Up to 500 characters; may stay empty."
          />
          <FormField
            label="Byline"
            name="byline"
            state={state}
            defaultValue={state.values['byline'] ?? props.byline}
            autoComplete="off"
            hint={`Who signs the reports, such as a team. Empty: ${props.publisher}.`}
          />
        </>
      )}
    </Begin>
  )
}

function ShareForm(props: RunFormProps) {
  return (
    <Begin act={startSharing} {...props}>
      {(state) => (
        <>
          <FormField
            label="Label"
            name="label"
            state={state}
            autoComplete="off"
            hint="Whom the links are for. Only members see it, and it may stay empty."
          />
          <FormSelect
            label="They show"
            name="sections"
            state={state}
            value="whole"
            options={SECTIONS.map((sections) => [sections, SECTIONS_TEXTS[sections]])}
          />
          <ExpiryFields state={state} />
        </>
      )}
    </Begin>
  )
}

function DeleteForm(props: RunFormProps) {
  return (
    <Begin act={startDeleting} {...props}>
      {() => null}
    </Begin>
  )
}

function Begin({
  act,
  hidden,
  ticked,
  submit,
  children,
}: RunFormProps & {
  act: (before: FormState, form: FormData) => Promise<FormState>
  children: (state: FormState) => ReactNode
}) {
  const [state, dispatch, pending] = useActionState(act, UNTOUCHED)
  const { change } = useTray(`/w/${hidden.workspace}/compare`)
  const isSent = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is answered here, nothing has begun.
  useEffect(() => {
    isSent.current = false
  }, [state])
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving after sending means that it has begun, and what was ticked for it is ticked for nothing else.
  useEffect(
    () => () => {
      if (isSent.current) change(withoutAgents(ticked))
    },
    [],
  )
  return (
    <div
      onSubmit={() => {
        isSent.current = true
      }}
    >
      <ActionForm dispatch={dispatch} pending={pending} submit={submit} problem={problemOf(state)}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children(state)}
      </ActionForm>
    </div>
  )
}
