'use client'

import type { KeyboardEvent } from 'react'
import { IssueText } from '@/components/ui/issue-text'
import { formatHundredths } from '@/lib/aivss/decimal'
import { FACTORS, type FactorId } from '@/lib/aivss/factors'
import { rubricAt } from '@/lib/aivss/rubric'

const STEP_HUNDREDTHS = 5
const LEAP_HUNDREDTHS = 10

/** One factor: its question, a slider, the number it stands at, and what the rubric says there. */
export function FactorSlider({
  id,
  value,
  issue,
  onChange,
}: {
  id: FactorId
  value: string
  issue: string | undefined
  onChange: (value: string) => void
}) {
  const { name, question } = FACTORS[id]
  const hundredths = hundredthsIn(value)
  return (
    <fieldset className="border-t border-line py-4">
      <legend className="float-left text-sm font-semibold">{name}</legend>
      <input
        type="text"
        inputMode="decimal"
        aria-label="Typed value, 0.00 to 1.00"
        aria-invalid={issue !== undefined}
        aria-describedby={`${id}-issue`}
        value={value}
        maxLength={6}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        className="figures float-right min-h-8 w-16 rounded-md border border-line-strong bg-paper px-2 text-right text-sm unscripted:hidden"
      />
      <p id={`${id}-question`} className="clear-left text-xs text-ink-soft">
        {question}
      </p>
      <div className="mt-2 clear-both">
        <input
          type="range"
          name={id}
          aria-label={name}
          aria-describedby={`${id}-question ${id}-rubric`}
          aria-valuetext={formatHundredths(hundredths)}
          min={0}
          max={1}
          step={0.01}
          value={hundredths / 100}
          onKeyDown={(event) => moveByKey(event, hundredths, onChange)}
          onChange={(event) => onChange(Number(event.target.value).toFixed(2))}
          className="h-6 w-full cursor-pointer accent-accent"
        />
        <div aria-hidden="true" className="figures -mt-0.5 flex justify-between text-xs text-ink-faint">
          <span>0.0</span>
          <span>0.5</span>
          <span>1.0</span>
        </div>
      </div>
      <Rubric id={id} hundredths={hundredths} />
      <IssueText id={`${id}-issue`} issue={issue} />
    </fieldset>
  )
}

/** Both ends of where the value lies; the height is kept so that nothing below moves while it changes. */
function Rubric({ id, hundredths }: { id: FactorId; hundredths: number }) {
  const { lower, upper } = rubricAt(id, hundredths)
  const anchors = lower.hundredths === upper.hundredths ? [lower] : [lower, upper]
  return (
    <ul
      id={`${id}-rubric`}
      className="mt-1.5 grid min-h-[3.2em] gap-x-6 text-xs text-ink-soft sm:grid-cols-2"
    >
      {anchors.map(({ label, text }) => (
        <li key={label}>
          <span className="figures font-semibold text-ink">{label}</span> {text}
        </li>
      ))}
    </ul>
  )
}

/** Arrows move by the editor's step, although the slider itself can hold every hundredth. */
function moveByKey(event: KeyboardEvent, hundredths: number, onChange: (value: string) => void) {
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: STEP_HUNDREDTHS,
    ArrowUp: STEP_HUNDREDTHS,
    ArrowLeft: -STEP_HUNDREDTHS,
    ArrowDown: -STEP_HUNDREDTHS,
    PageUp: LEAP_HUNDREDTHS,
    PageDown: -LEAP_HUNDREDTHS,
  }
  const move = moves[event.key]
  if (move === undefined) return
  event.preventDefault()
  onChange(formatHundredths(Math.min(100, Math.max(0, hundredths + move))))
}

const hundredthsIn = (value: string): number => {
  const number = Number(value.replace(',', '.'))
  return Number.isFinite(number) ? Math.round(Math.min(1, Math.max(0, number)) * 100) : 0
}
