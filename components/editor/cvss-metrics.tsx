'use client'

import { useState } from 'react'
import { CVSS_METRICS, type CvssMetric, type CvssVersion } from '@/lib/cvss/metrics'
import type { CvssChoices } from '@/lib/cvss/partial-vector'

type Group = {
  readonly title: string
  readonly about?: string
  readonly stressed?: boolean
  readonly codes: readonly string[]
}

const GROUPS: Readonly<Record<CvssVersion, readonly Group[]>> = {
  '4.0': [
    { title: 'How it is attacked', codes: ['AV', 'AC', 'AT', 'PR', 'UI'] },
    {
      title: 'What happens to the agent itself',
      about: 'The vulnerable system: the agent and what runs with it.',
      codes: ['VC', 'VI', 'VA'],
    },
    {
      title: 'What happens to the systems behind it',
      about:
        'For an agent these often weigh most: through its tools and tokens it reaches systems that are not its own. Think of all that its credentials open.',
      stressed: true,
      codes: ['SC', 'SI', 'SA'],
    },
  ],
  '3.1': [
    { title: 'How it is attacked', codes: ['AV', 'AC', 'PR', 'UI'] },
    {
      title: 'How far it reaches',
      about:
        'For an agent the scope is mostly changed: through its tools and tokens it reaches systems that are not its own.',
      stressed: true,
      codes: ['S'],
    },
    { title: 'What happens', codes: ['C', 'I', 'A'] },
  ],
}

/** Each metric with its question; nothing is chosen until somebody does. */
export function CvssMetrics({
  version,
  choices,
  onChoose,
}: {
  version: CvssVersion
  choices: CvssChoices
  onChoose: (code: string, value: string) => void
}) {
  return (
    <div className="space-y-5">
      {GROUPS[version].map(({ title, about, stressed, codes }) => (
        <fieldset
          key={title}
          className={`min-w-0 ${stressed === true ? 'border-l-3 border-accent pl-3' : ''}`}
        >
          <legend className="float-left w-full text-sm font-semibold">{title}</legend>
          {about !== undefined && <p className="prose clear-both text-xs text-ink-soft">{about}</p>}
          <div
            className={`clear-both grid gap-x-8 gap-y-1.5 pt-2 @2xl:grid-cols-2 ${codes.length === 3 ? '@4xl:grid-cols-3' : ''}`}
          >
            {CVSS_METRICS[version]
              .filter(({ code }) => codes.includes(code))
              .map((metric) => (
                <Metric
                  key={metric.code}
                  metric={metric}
                  chosen={choices[metric.code]}
                  onChoose={(value) => onChoose(metric.code, value)}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function Metric({
  metric: { code, name, question, values },
  chosen,
  onChoose,
}: {
  metric: CvssMetric
  chosen: string | undefined
  onChoose: (value: string) => void
}) {
  const [pointed, setPointed] = useState<string | null>(null)
  const explained = values.find((value) => value.code === (pointed ?? chosen))
  const id = `cvss-${code}`
  return (
    <fieldset className="min-w-0 border-t border-line pt-2" aria-describedby={`${id}-question`}>
      <legend className="float-left text-sm">
        <span className="figures mr-1 text-ink-soft">{code}</span> {name}
      </legend>
      <p id={`${id}-question`} className="clear-both text-xs text-ink-soft">
        {question}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {values.map((value) => (
          <label
            key={value.code}
            onPointerEnter={() => setPointed(value.code)}
            onPointerLeave={() => setPointed(null)}
            className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2 text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              id={`${id}-${value.code}`}
              name={id}
              value={value.code}
              checked={chosen === value.code}
              aria-describedby={`${id}-${value.code}-about`}
              onChange={() => onChoose(value.code)}
              onFocus={() => setPointed(value.code)}
              onBlur={() => setPointed(null)}
              className="size-3.5 accent-accent"
            />
            {value.name}
            <span id={`${id}-${value.code}-about`} hidden>
              {value.explanation}
            </span>
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 min-h-[2.9em] text-xs text-ink-soft">
        {explained === undefined ? (
          'Not chosen yet.'
        ) : (
          <>
            <b className="font-semibold">{explained.name}</b> {explained.explanation}
          </>
        )}
      </p>
    </fieldset>
  )
}
