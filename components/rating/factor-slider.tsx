'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { ratingIn } from '@/components/rating/rating-text'
import { IssueText } from '@/components/ui/issue-text'
import { formatHundredths } from '@/lib/aivss/decimal'
import { FACTORS, type FactorId } from '@/lib/aivss/factors'
import { rubricAt } from '@/lib/aivss/rubric'

const MIDDLE_HUNDREDTHS = 50
const STEP_HUNDREDTHS = 5
const LEAP_HUNDREDTHS = 10

/**
 * One factor: its question, a slider, the number it stands at, and what the rubric says there. Without a number the
 * slider claims no place; the first key or click gives it one. A link to `#factor-<id>` reaches the slider.
 */
export function FactorSlider({
  id,
  value,
  issue,
  onChange,
  onClear,
  children,
}: {
  id: FactorId
  value: string
  issue: string | undefined
  onChange: (value: string) => void
  /** Where a factor may also stay unrated. */
  onClear?: () => void
  children?: ReactNode
}) {
  const { name, question } = FACTORS[id]
  const rating = ratingIn(value)
  return (
    <fieldset className="border-t border-line py-4">
      <legend className="float-left max-w-[calc(100%-11rem)] pt-1 text-sm font-semibold">{name}</legend>
      <div className="float-right flex items-center gap-2">
        {onClear !== undefined && <Standing value={value} rating={rating} id={id} onClear={onClear} />}
        <input
          type="text"
          id={`factor-${id}-typed`}
          inputMode="decimal"
          aria-label="Typed value, 0.00 to 1.00"
          aria-invalid={issue !== undefined}
          aria-describedby={`${id}-issue`}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          className="figures min-h-8 w-16 rounded-md border border-line-strong bg-paper px-2 text-right text-sm unscripted:hidden"
        />
      </div>
      <p id={`${id}-question`} className="clear-both text-xs text-ink-soft">
        {question}
      </p>
      <Scale id={id} rating={rating} onChange={onChange} />
      <Rubric id={id} rating={rating} />
      <IssueText id={`${id}-issue`} issue={issue} />
      {children}
    </fieldset>
  )
}

/** Whether there is a rating at all, and the way back to none; the slider has the focus afterwards. */
function Standing({
  id,
  value,
  rating,
  onClear,
}: {
  id: FactorId
  value: string
  rating: number | null
  onClear: () => void
}) {
  if (value === '') return <span className="text-xs text-ink-soft">Not rated</span>
  return (
    <>
      {rating === null && <span className="text-xs text-ink-soft">No number</span>}
      <button
        type="button"
        aria-label={`Clear the rating of ${FACTORS[id].name}`}
        onClick={() => {
          document.getElementById(`factor-${id}`)?.focus()
          onClear()
        }}
        className="min-h-8 cursor-pointer rounded-md px-2 text-xs text-ink-soft underline decoration-line-strong underline-offset-3 hover:text-ink unscripted:hidden"
      >
        Clear
      </button>
    </>
  )
}

const RANGE = 'h-6 w-full cursor-pointer'
/** A dashed line without a thumb. */
const UNRATED_RANGE =
  'appearance-none bg-transparent [&::-moz-range-thumb]:opacity-0 [&::-moz-range-track]:border-0 [&::-moz-range-track]:border-t-2 [&::-moz-range-track]:border-dashed [&::-moz-range-track]:border-line-strong [&::-moz-range-track]:bg-transparent [&::-webkit-slider-runnable-track]:h-0 [&::-webkit-slider-runnable-track]:border-0 [&::-webkit-slider-runnable-track]:border-t-2 [&::-webkit-slider-runnable-track]:border-dashed [&::-webkit-slider-runnable-track]:border-line-strong [&::-webkit-slider-thumb]:size-4 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:opacity-0'

function Scale({
  id,
  rating,
  onChange,
}: {
  id: FactorId
  rating: number | null
  onChange: (value: string) => void
}) {
  return (
    <div className="mt-2">
      <input
        type="range"
        id={`factor-${id}`}
        name={id}
        aria-label={FACTORS[id].name}
        aria-describedby={`${id}-question ${id}-rubric`}
        aria-valuetext={rating === null ? 'not rated' : formatHundredths(rating)}
        min={0}
        max={1}
        step={0.01}
        value={(rating ?? MIDDLE_HUNDREDTHS) / 100}
        onKeyDown={(event) => moveByKey(event, rating, onChange)}
        onChange={(event) => onChange(Number(event.target.value).toFixed(2))}
        // A click right on the place that the hidden thumb has changes nothing that the browser would tell of.
        onClick={(event) => {
          if (rating === null) onChange(Number(event.currentTarget.value).toFixed(2))
        }}
        className={`${RANGE} ${rating === null ? UNRATED_RANGE : 'accent-accent'}`}
      />
      <div aria-hidden="true" className="figures -mt-0.5 flex justify-between text-xs text-ink-faint">
        <span>0.0</span>
        <span>0.5</span>
        <span>1.0</span>
      </div>
    </div>
  )
}

/** Both ends of where the value lies, of the whole scale without one; the height is kept so that nothing below moves. */
function Rubric({ id, rating }: { id: FactorId; rating: number | null }) {
  const { lower } = rubricAt(id, rating ?? 0)
  const { upper } = rubricAt(id, rating ?? 100)
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

/** Arrows move by the editor's step, although the slider itself can hold every hundredth; the first one finds the middle. */
function moveByKey(event: KeyboardEvent, rating: number | null, onChange: (value: string) => void) {
  const move = MOVES[event.key]
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const next = rating === null ? MIDDLE_HUNDREDTHS : rating + move
  onChange(formatHundredths(Math.min(100, Math.max(0, next))))
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowRight: STEP_HUNDREDTHS,
  ArrowUp: STEP_HUNDREDTHS,
  ArrowLeft: -STEP_HUNDREDTHS,
  ArrowDown: -STEP_HUNDREDTHS,
  PageUp: LEAP_HUNDREDTHS,
  PageDown: -LEAP_HUNDREDTHS,
}
