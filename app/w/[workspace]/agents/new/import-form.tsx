'use client'

import { type ChangeEvent, type FormEvent, startTransition, useActionState, useState } from 'react'
import { createFromText } from '@/app/w/[workspace]/agents/new/actions'
import type { ImportState } from '@/app/w/[workspace]/agents/new/reading'
import { Understood } from '@/app/w/[workspace]/agents/new/understood'
import { issueOf } from '@/components/forms/form-control'
import { Field, TextArea } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'
import { SubmitButton } from '@/components/ui/submit-button'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: ImportState = UNTOUCHED
/** A little less than a request may hold. */
const FILE_BYTES_MAX = 10_400_000

export function ImportForm({ workspace }: { workspace: string }) {
  const [state, dispatch, pending] = useActionState(createFromText, START)
  const [fileIssue, setFileIssue] = useState<string>()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => dispatch(form))
  }
  const weigh = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const isTooLarge = (currentTarget.files?.[0]?.size ?? 0) > FILE_BYTES_MAX
    if (isTooLarge) currentTarget.value = ''
    setFileIssue(
      isTooLarge ? 'This file is larger than 10 MB. Choose the document of one report.' : undefined,
    )
  }
  return (
    <form action={dispatch} onSubmit={send} className="max-w-2xl space-y-4" noValidate>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="seen" value={state.seen ?? ''} />
      <Outcome state={state} />
      {state.reading && (
        <>
          <SubmitButton pending={pending} className="w-full sm:w-auto">
            Create agent
          </SubmitButton>
          <p className="pt-4 text-sm text-ink-soft">Or put something right first; it is read again then.</p>
        </>
      )}
      <div key={`file ${state.seen}`}>
        <Field label="File">
          <input
            type="file"
            name="file"
            accept=".json,.txt,.md,application/json,text/plain"
            onChange={weigh}
            aria-describedby="file-hint file-issue"
            className="block w-full text-sm file:mr-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-paper file:px-4 file:text-ink"
          />
        </Field>
        <p id="file-hint" className="mt-1 text-xs text-ink-soft">
          A .json document or the .json of a report, up to 10 MB.
        </p>
        <IssueText id="file-issue" issue={fileIssue ?? issueOf(state, 'file')} />
      </div>
      <div>
        <Field label="Or its text">
          <TextArea
            key={state.seen}
            name="text"
            rows={12}
            defaultValue={state.values['text']}
            spellCheck={false}
            aria-describedby="text-hint"
            className="figures text-xs"
          />
        </Field>
        <p id="text-hint" className="mt-1 text-xs text-ink-soft">
          The document, or all that a report page says, copied and pasted: title, summary, the ten factors,
          the seven layers.
        </p>
      </div>
      {!state.reading && (
        <SubmitButton pending={pending} className="w-full sm:w-auto">
          Read it
        </SubmitButton>
      )}
    </form>
  )
}

/** What was understood, or what kept it from being read. */
function Outcome({ state: { reading, issues } }: { state: ImportState }) {
  const problems = issues.filter(({ path }) => path !== 'file')
  return (
    <div aria-live="polite">
      {reading && <Understood reading={reading} />}
      {problems.length > 0 && (
        <section
          aria-labelledby="problems"
          className="border-l-3 border-high-mark bg-paper px-4 py-3 text-sm"
        >
          <h3 id="problems" className="font-semibold">
            Nothing was stored. Put this right and read it again:
          </h3>
          <ul className="mt-2 space-y-1.5">
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path !== '' && <code className="text-xs break-all">{path}: </code>}
                {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
