'use client'

import { useState } from 'react'
import { IssueText } from '@/components/ui/issue-text'
import { Radio } from '@/components/ui/radio'
import { formatHundredths } from '@/lib/aivss/decimal'
import type { PublishedValue } from '@/lib/aivss/formula'
import { OTHER } from '@/lib/calculator/state'

/**
 * The values that a paper lists, and any other: what is off the list is allowed, and the score will say so. Nothing
 * is chosen while the value is empty. A link to `#name` reaches the radio that Tab reaches.
 */
export function MultiplierField({
  legend,
  name,
  otherName,
  otherRange: [min, max],
  value,
  published,
  issue,
  onChange,
}: {
  legend: string
  name: string
  otherName: string
  otherRange: readonly [number, number]
  value: string
  published: readonly PublishedValue[]
  issue: string | undefined
  onChange: (value: string) => void
}) {
  const listed = published.map(({ hundredths }) => formatHundredths(hundredths))
  // What was typed as another value stays one while it stands, also when it is typed exactly as a listed one.
  const [typed, setTyped] = useState<string | null>(null)
  const isOther = typed === value || (value !== '' && !listed.includes(value))
  const chosen = isOther ? OTHER : value
  const target = chosen === '' ? listed[0] : chosen
  const choose = (next: string, other: boolean) => {
    setTyped(other ? next : null)
    onChange(next)
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="space-y-1">
        {published.map(({ hundredths, label, meaning }) => (
          <Radio
            key={hundredths}
            id={target === formatHundredths(hundredths) ? name : undefined}
            name={name}
            value={formatHundredths(hundredths)}
            checked={chosen === formatHundredths(hundredths)}
            onChange={() => choose(formatHundredths(hundredths), false)}
          >
            <span className="figures">{formatHundredths(hundredths)}</span> {label}
            <span className="ml-2 text-xs text-ink-soft">{meaning}</span>
          </Radio>
        ))}
        <div className="flex items-center gap-3">
          <Radio
            id={chosen === OTHER ? name : undefined}
            name={name}
            value={OTHER}
            checked={chosen === OTHER}
            onChange={() => choose('', true)}
          >
            Another value
          </Radio>
          <input
            name={otherName}
            inputMode="decimal"
            aria-label={`${legend}, another value from ${min} to ${max}`}
            aria-invalid={issue !== undefined}
            aria-describedby={`${name}-issue`}
            value={chosen === OTHER ? value : ''}
            autoComplete="off"
            onChange={(event) => choose(event.target.value, true)}
            className="figures min-h-8 w-20 rounded-md border border-line-strong bg-paper px-2 text-sm"
          />
        </div>
      </div>
      <IssueText id={`${name}-issue`} issue={issue} />
    </fieldset>
  )
}
