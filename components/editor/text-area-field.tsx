'use client'

import type { Ref } from 'react'
import { countNear, countOf } from '@/components/editor/text-length'
import { IssueText } from '@/components/ui/issue-text'
import { lengthOf } from '@/lib/assessment/text'

/** Several lines, growing as they are written. A text over its limit is kept and named, never cut off. */
export function TextAreaField({
  id,
  label,
  value,
  lengthMax,
  hint,
  issue,
  rows = 3,
  isCounted = false,
  onChange,
  ref,
}: {
  id: string
  label: string
  value: string
  lengthMax: number
  hint?: string
  issue: string | undefined
  rows?: Rows
  /** Says how long the text is from its first character on, and not only near the limit. */
  isCounted?: boolean
  onChange: (value: string) => void
  ref?: Ref<HTMLTextAreaElement> | undefined
}) {
  const count = isCounted ? countOf(lengthOf(value), lengthMax) : countNear(value, lengthMax)
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-xs text-ink-soft">
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-count`} className="figures">
          {count}
        </span>
      </div>
      <textarea
        ref={ref}
        id={id}
        value={value}
        rows={rows}
        aria-invalid={issue !== undefined}
        aria-describedby={`${id}-issue ${id}-count${hint === undefined ? '' : ` ${id}-hint`}`}
        onChange={(event) => onChange(event.target.value)}
        className={`${TEXT_AREA} ${HEIGHT[rows]}`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <IssueText id={`${id}-issue`} issue={issue} />
    </div>
  )
}

/** Where a browser cannot size a field by its text, the field scrolls and can be pulled larger. */
const TEXT_AREA =
  'block field-sizing-content max-h-[70vh] w-full resize-y rounded-md border border-line-strong bg-paper px-3 py-2 text-sm text-ink'

/** A field that is sized by its text has no rows, so its least height says the same once more. */
const HEIGHT = { 2: 'min-h-16', 3: 'min-h-22', 14: 'min-h-88' } as const

type Rows = keyof typeof HEIGHT
