import type { ReactNode } from 'react'
import { ScoreFigure } from '@/components/marks/severity'
import type { AgentLine } from '@/lib/agents/lists/agent-line'
import type { AgentColumn } from '@/lib/agents/lists/filters'
import { VISIBILITY_LABELS } from '@/lib/agents/publishing/visibility'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { formatDay, formatMinute, isoDay } from '@/lib/report/dates'

/** What a column shows of an agent; null where there is nothing to show. */
export function agentCell(column: AgentColumn, agent: AgentLine): ReactNode {
  const shown = PROFILE[column]
  return shown ? shown(agent) : figureCell(column, agent)
}

const PROFILE: Readonly<Partial<Record<AgentColumn, (agent: AgentLine) => ReactNode>>> = {
  kind: ({ kind }) => KIND_LABELS[kind],
  vendor: ({ vendor }) => vendor || null,
  tags: ({ tags }) => tags.join(', ') || null,
  visibility: ({ visibility }) => VISIBILITY_LABELS[visibility],
  draft: ({ draft }) => DRAFTS[draft],
  updated: ({ savedAt, savedBy }) => (
    <>
      <time dateTime={savedAt.toISOString()} className="lg:whitespace-nowrap">
        {formatMinute(savedAt)}
      </time>
      , {savedBy}
    </>
  ),
  score: ({ latest }) =>
    latest ? (
      <>
        <ScoreFigure score={latest.score} severity={latest.severity} />
        <span className="block text-xs text-ink-soft">{formulaOf(latest.figures.formula).title}</span>
      </>
    ) : (
      <span className="text-ink-soft">Not published</span>
    ),
}

const DRAFTS = {
  'draft-only': 'Draft only',
  changed: 'Unpublished changes',
  published: 'As published',
} as const

function figureCell(column: AgentColumn, { latest }: AgentLine): ReactNode {
  if (latest === null) return null
  const { figures, number, publishedAt, isOutdated } = latest
  const hundredths = (value: number | null) => value !== null && (value / 100).toFixed(2)
  switch (column) {
    case 'revision':
      return number
    case 'published':
      return (
        <>
          <time dateTime={isoDay(publishedAt)}>{formatDay(publishedAt)}</time>
          {isOutdated && ', outdated'}
        </>
      )
    case 'cvss':
      return (figures.baseTenths / 10).toFixed(1)
    case 'threat':
      return hundredths(figures.threatHundredths)
    case 'mitigation':
      return hundredths(figures.mitigationHundredths) || null
    case 'openLayers':
      return figures.uncertain.length === 0 ? 'None' : figures.uncertain.join(', ')
    default:
      return hundredths(figures.ratings[FACTOR_PLACES.get(column) ?? -1] ?? null) || null
  }
}

const FACTOR_PLACES: ReadonlyMap<string, number> = new Map(FACTOR_IDS.map((id, place) => [id, place]))
