'use client'

import { Field, TextInput } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'

/** A base score or a vector as text, kept as it is typed. */
export function CvssField({
  value,
  help = 'A number from 0.0 to 10.0, or a v4.0 or v3.1 vector of base metrics. A vector can be checked, a number only believed.',
  issue,
  onChange,
}: {
  value: string
  help?: string
  issue: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <div>
      <Field label="CVSS base score or vector">
        <TextInput
          id="cvss"
          name="cvss"
          value={value}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={issue !== undefined}
          aria-describedby="cvss-help cvss-issue"
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <p id="cvss-help" className="mt-1 text-xs text-ink-soft">
        {help}
      </p>
      <IssueText id="cvss-issue" issue={issue} />
    </div>
  )
}
