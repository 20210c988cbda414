'use client'

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
  const chosen = listed.find((one) => Number(one) === Number(value) && value.trim() !== '') ?? OTHER
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
            onChange={() => onChange(formatHundredths(hundredths))}
          >
            <span className="figures">{formatHundredths(hundredths)}</span> {label}
            <span className="ml-2 text-xs text-ink-soft">{meaning}</span>
          </Radio>
        ))}
        <div className="flex items-center gap-3">
          <Radio name={name} value={OTHER} checked={chosen === OTHER} onChange={() => onChange('')}>
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
            onChange={(event) => onChange(event.target.value)}
            className="figures min-h-8 w-20 rounded-md border border-line-strong bg-paper px-2 text-sm"
          />
        </div>
      </div>
      <IssueText id={`${name}-issue`} issue={issue} />
    </fieldset>
  )
}
