'use client'

import type { ComponentProps } from 'react'
import { Field, TextInput } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'

/** One line of text, kept as it is typed: never `type="url"`, which would drop white space on its own. */
export function LineField({
  id,
  label,
  value,
  hint,
  issue,
  inputMode,
  onChange,
}: {
  id: string
  label: string
  value: string
  hint?: string
  issue: string | undefined
  inputMode?: ComponentProps<'input'>['inputMode']
  onChange: (value: string) => void
}) {
  return (
    <div className="min-w-0">
      <Field label={label}>
        <TextInput
          id={id}
          type="text"
          inputMode={inputMode}
          value={value}
          autoComplete="off"
          spellCheck={inputMode !== 'url'}
          aria-invalid={issue !== undefined}
          aria-describedby={`${id}-issue${hint === undefined ? '' : ` ${id}-hint`}`}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <IssueText id={`${id}-issue`} issue={issue} />
    </div>
  )
}
