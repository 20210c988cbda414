'use client'

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { TICK } from '@/components/charts/axis'

/** What was shown from a moment on, by formula; one that ends at that moment still has its last score there. */
export type ScoreStep = { readonly at: number; readonly scores: Readonly<Record<string, number>> }

export type ScoreStepsProps = {
  readonly formulas: readonly { readonly id: string; readonly title: string }[]
  readonly steps: readonly ScoreStep[]
  readonly bands: readonly { readonly from: number; readonly name: string }[]
  /** The id of the table that says the same in figures. */
  readonly describedBy: string
}

/** A score over time, level between its steps. Formulas have lines of their own, which never meet. */
export function ScoreSteps({ formulas, steps, bands, describedBy }: ScoreStepsProps) {
  const data = steps.map(({ at, scores }) => ({ at, ...scores }))
  return (
    <>
      <div
        role="img"
        aria-label="The score over time"
        aria-describedby={describedBy}
        data-chart="steps"
        className="overflow-hidden"
      >
        <ResponsiveContainer width="100%" height={280}>
          <LineChart
            data={data}
            margin={{ top: 8, right: 68, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal={false} stroke="var(--line)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={['dataMin', 'dataMax']}
              tickFormatter={dayOf}
              tick={TICK}
              stroke="var(--line-strong)"
              minTickGap={24}
            />
            <YAxis
              domain={[0, 10]}
              ticks={[0, 2, 4, 6, 8, 10]}
              width={32}
              tick={TICK}
              stroke="var(--line-strong)"
            />
            {bands.map(({ from, name }) => (
              <ReferenceLine
                key={name}
                y={from}
                stroke="var(--line-strong)"
                strokeDasharray="2 4"
                label={{ value: name, position: 'right', fill: 'var(--ink-soft)', fontSize: 12 }}
              />
            ))}
            {formulas.map(({ id, title }, place) => (
              <Line
                key={id}
                name={title}
                dataKey={id}
                type="stepAfter"
                stroke="var(--accent)"
                strokeWidth={2}
                strokeDasharray={DASHES[place % DASHES.length] ?? ''}
                dot={{ r: 3.5, fill: 'var(--accent)', strokeWidth: 0 }}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      {formulas.length > 1 && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
          {formulas.map(({ id, title }, place) => (
            <li key={id} className="flex items-center gap-1.5">
              <svg viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
                <path
                  d="M0 4H32"
                  stroke="var(--accent)"
                  strokeWidth="2"
                  strokeDasharray={DASHES[place % DASHES.length] ?? ''}
                />
              </svg>
              {title}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const DASHES = ['', '8 4', '2 4'] as const
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
