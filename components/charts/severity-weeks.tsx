'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { TICK } from '@/components/charts/axis'
import type { Severity } from '@/lib/aivss/severity'

export type SeverityWeek = {
  readonly label: string
  /** In the order of the severities that the chart is given. */
  readonly agents: readonly number[]
}

export type SeverityWeeksProps = {
  readonly name: string
  /** The worst first, which stands lowest: what stands on the ground can be compared from week to week. */
  readonly severities: readonly Severity[]
  readonly weeks: readonly SeverityWeek[]
  /** The id of the table that says the same in figures. */
  readonly describedBy: string
}

/** How many agents of each severity there were, week by week. */
export function SeverityWeeks({ name, severities, weeks, describedBy }: SeverityWeeksProps) {
  const data = weeks.map(({ label, agents }) => ({
    label,
    ...Object.fromEntries(severities.map((severity, place) => [severity, agents[place] ?? 0])),
  }))
  return (
    <>
      <div
        role="img"
        aria-label={name}
        aria-describedby={describedBy}
        data-chart="weeks"
        className="overflow-hidden"
      >
        <ResponsiveContainer width="100%" height={260}>
          <BarChart
            data={data}
            barCategoryGap="18%"
            margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <defs>
              {severities.map((severity) => (
                <Pattern key={severity} severity={severity} />
              ))}
            </defs>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="label" tick={TICK} stroke="var(--line-strong)" minTickGap={16} />
            <YAxis
              allowDecimals={false}
              width={52}
              tickFormatter={(agents: number) => agents.toLocaleString('en')}
              tick={TICK}
              stroke="var(--line-strong)"
            />
            {severities.map((severity) => (
              <Bar
                key={severity}
                dataKey={severity}
                stackId="severity"
                fill={`url(#${patternId(severity)})`}
                stroke={colourOf(severity)}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
        {severities.map((severity) => (
          <li key={severity} className="flex items-center gap-1.5">
            <svg width="16" height="12" aria-hidden="true">
              <rect
                x="0.5"
                y="0.5"
                width="15"
                height="11"
                fill={`url(#${patternId(severity)})`}
                stroke={colourOf(severity)}
              />
            </svg>
            {severity}
          </li>
        ))}
      </ul>
    </>
  )
}

const patternId = (severity: Severity): string => `severity-fill-${severity}`
const colourOf = (severity: Severity): string => `var(--${severity.toLowerCase()}-mark)`

/** Told apart by their fillings where there is no colour. */
const Pattern = ({ severity }: { severity: Severity }) => (
  <pattern id={patternId(severity)} width="6" height="6" patternUnits="userSpaceOnUse">
    <rect width="6" height="6" fill="var(--paper)" />
    <path d={FILLINGS[severity]} stroke={colourOf(severity)} strokeWidth="1.6" fill={colourOf(severity)} />
  </pattern>
)

const FILLINGS: Readonly<Record<Severity, string>> = {
  Critical: 'M0 0H6V6H0Z',
  High: 'M-1 7 7-1M-1 1 1-1M5 7 7 5',
  Medium: 'M0 3H6',
  Low: 'M3 2.4A.6 .6 0 1 1 3 3.6A.6 .6 0 1 1 3 2.4Z',
  None: '',
}
