'use client'

import { useState } from 'react'
import { IssueText } from '@/components/ui/issue-text'
import { Radio } from '@/components/ui/radio'
import { formatHundredths } from '@/lib/aivss/decimal'
import type { PublishedValue } from '@/lib/aivss/formula'
import { OTHER } from '@/lib/calculator/state'

/** The values that a paper lists, and any other: what is off the list is allowed, and the score will say so. */
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
  // Kept apart from the number: 1.10 begins with a 1, which is a listed value too.
  const [isOther, setIsOther] = useState(!listed.includes(value))
  const chosen = isOther ? OTHER : (listed.find((one) => one === value) ?? OTHER)
  const choose = (next: string, other: boolean) => {
    setIsOther(other)
    onChange(next)
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="space-y-1">
        {published.map(({ hundredths, label, meaning }) => (
          <Radio
            key={hundredths}
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
          <Radio name={name} value={OTHER} checked={chosen === OTHER} onChange={() => choose('', true)}>
            Another value
          </Radio>
          <input
            name={otherName}
            inputMode="decimal"
            aria-label={`${legend}, another value from ${min} to ${max}`}
            aria-invalid={issue !== undefined}
            aria-describedby={`${name}-issue`}
            value={chosen === OTHER ? value : ''}
            maxLength={8}
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
