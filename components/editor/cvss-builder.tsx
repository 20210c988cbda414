'use client'

import { useState } from 'react'
import { CvssMetrics } from '@/components/editor/cvss-metrics'
import { ScoreFigure } from '@/components/marks/severity'
import { CvssField } from '@/components/rating/cvss-field'
import { Radio } from '@/components/ui/radio'
import { severityOf } from '@/lib/aivss/severity'
import { type CvssBase, parseCvss } from '@/lib/cvss/cvss'
import { CVSS_METRICS, type CvssMetric, type CvssVersion } from '@/lib/cvss/metrics'
import {
  carryOver,
  chooseMetric,
  missingMetrics,
  readPartialVector,
  writePartialVector,
} from '@/lib/cvss/partial-vector'

/** How the base is given: metric by metric in either version, or as a number that somebody else arrived at. */
type Way = CvssVersion | 'asserted'

const WAYS: readonly { way: Way; label: string; help: string }[] = [
  {
    way: '4.0',
    label: 'CVSS v4.0, metric by metric',
    help: 'Choose the metrics below, or type or paste a vector here.',
  },
  {
    way: '3.1',
    label: 'CVSS v3.1, metric by metric',
    help: 'Choose the metrics below, or type or paste a vector here. A base from v3.1 carries a notice: only v4.0 rates what a compromise does to subsequent systems.',
  },
  {
    way: 'asserted',
    label: 'A number as given elsewhere',
    help: 'A number from 0.0 to 10.0 with one decimal. A number alone carries a notice: without a vector nobody can check it.',
  },
]

/**
 * The CVSS base as one text: a number, or a vector that may still be incomplete. The text stays editable beside the
 * metrics; it decides which way is shown, so that a pasted vector opens its own.
 */
export function CvssBuilder({
  value,
  issue,
  onChange,
}: {
  value: string
  issue: string | undefined
  onChange: (value: string) => void
}) {
  const [kept, setKept] = useState<{ way: Way; texts: Readonly<Partial<Record<Way, string>>> }>({
    way: '4.0',
    texts: {},
  })
  const way = wayOf(value) ?? kept.way
  const partial = readPartialVector(value)
  const missing = partial === null ? [] : missingMetrics(partial)
  const switchTo = (next: Way) => {
    const texts = textsAfter(value, way, kept.texts)
    setKept({ way: next, texts })
    onChange(texts[next] ?? '')
  }
  const changeText = (next: string) => {
    setKept({ ...kept, way: wayOf(next) ?? way })
    onChange(next)
  }
  return (
    <div className="@container space-y-4">
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">How the CVSS base is given</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {WAYS.map((one) => (
            <Radio
              key={one.way}
              name="cvss-way"
              value={one.way}
              checked={one.way === way}
              onChange={() => switchTo(one.way)}
            >
              {one.label}
            </Radio>
          ))}
        </div>
      </fieldset>
      <CvssField
        value={value}
        help={WAYS.find((one) => one.way === way)?.help ?? ''}
        // A vector on its way is no mistake; the line below names what it lacks.
        issue={missing.length > 0 && partial?.rest.length === 0 ? undefined : issue}
        onChange={changeText}
      />
      <Base value={value} way={way} onReorder={changeText} />
      {way !== 'asserted' && (
        <CvssMetrics
          key={way}
          version={way}
          choices={partial?.choices ?? {}}
          onChoose={(code, choice) => changeText(chooseMetric(value, way, code, choice))}
        />
      )}
    </div>
  )
}

/** What the text itself says about the way; nothing while it could still become either. */
function wayOf(value: string): Way | undefined {
  return readPartialVector(value)?.version ?? (/^\s*[\d.,]+\s*$/.test(value) ? 'asserted' : undefined)
}

/** What each way would show again: its own last text, and in the other version what means the same there. */
function textsAfter(value: string, way: Way, texts: Readonly<Partial<Record<Way, string>>>) {
  const partial = readPartialVector(value)
  if (partial === null) return { ...texts, [way]: value }
  const other: Way = partial.version === '4.0' ? '3.1' : '4.0'
  return { ...texts, [way]: value, [other]: carryOver(partial, texts[other] ?? '') }
}

/** The base that the text gives, or how far it has come; the height is kept so that the metrics stay where they are. */
function Base({ value, way, onReorder }: { value: string; way: Way; onReorder: (value: string) => void }) {
  if (way === 'asserted') return null
  return (
    <div className="min-h-[4.5em] text-sm text-ink-soft @2xl:min-h-[3em]">
      <Progress value={value} total={CVSS_METRICS[way].length} onReorder={onReorder} />
    </div>
  )
}

function Progress({
  value,
  total,
  onReorder,
}: {
  value: string
  total: number
  onReorder: (value: string) => void
}) {
  const read = parseCvss(value.trim())
  if (read.ok) return <BaseFigure base={read.value} />
  const partial = readPartialVector(value)
  if (partial === null) return <p>None of the {total} metrics is chosen yet.</p>
  const missing = missingMetrics(partial)
  if (missing.length > 0) {
    return (
      <p>
        {total - missing.length} of {total} metrics chosen. Still to choose: {namesOf(missing)}.
      </p>
    )
  }
  const ordered = writePartialVector(partial.version, partial.choices, partial.rest)
  return (
    <p>
      All {total} metrics are chosen; the vector as text needs putting right.
      {parseCvss(ordered).ok && (
        <button
          type="button"
          onClick={() => {
            document.getElementById('cvss')?.focus()
            onReorder(ordered)
          }}
          className="ml-2 min-h-8 cursor-pointer rounded-md border border-line-strong px-2 text-ink hover:bg-sunken"
        >
          Put it in order
        </button>
      )}
    </p>
  )
}

/** By their names once there is room for them. */
const namesOf = (metrics: readonly CvssMetric[]): string =>
  metrics.map(({ code, name }) => (metrics.length > 2 ? code : `${name} (${code})`)).join(', ')

function BaseFigure({ base }: { base: CvssBase }) {
  return (
    <p className="flex flex-wrap items-center gap-3 text-ink">
      CVSS v{base.version} base
      <ScoreFigure score={base.baseTenths / 10} severity={severityOf(base.baseTenths)} />
    </p>
  )
}
