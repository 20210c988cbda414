import type { AgentHead } from '@/lib/compare/agent-head'
import { span } from '@/lib/press/blocks'
import type { Span } from '@/lib/press/lines'
import type { Grid, Measure } from '@/lib/press/style'
import { STYLES } from '@/lib/press/style'
import type { Column } from '@/lib/press/table'
import { LIGHT } from '@/lib/theme/palette'

const GAP = 12
const LAST = 54

/**
 * The columns that every table over all agents has, so that an agent stands in the same place in each of them; what is
 * said of the row as a whole stands at its end.
 */
export function agentColumns(
  { aside, column, page }: Grid,
  agents: readonly AgentHead[],
  [first, last]: readonly [string, string],
  isLinked = false,
): readonly Column[] {
  const all = { x: column.x, width: page.right - LAST - GAP - column.x }
  const measures = split(all, agents.length, GAP)
  return [
    { title: first, measure: aside },
    ...agents.flatMap((agent, place) => {
      const measure = measures[place]
      return measure ? [{ title: agentTitle(agent, isLinked), measure }] : []
    }),
    { title: last, measure: { x: page.right - LAST, width: LAST }, align: 'right' },
  ]
}

/** A draft is never named without being called one. */
export const agentTitle = ({ name, href, source }: AgentHead, isLinked = false): readonly Span[] => [
  span(name, STYLES.heading, isLinked && href !== null ? { url: href, colour: LIGHT.accent } : {}),
  ...(source.isDraft ? [span('\nDraft, not published', STYLES.small, { face: 'sans-italic' })] : []),
]

/** One measure as several beside each other. */
export const split = ({ x, width }: Measure, count: number, gap: number): readonly Measure[] => {
  const each = (width - (count - 1) * gap) / count
  return Array.from({ length: count }, (_, place) => ({ x: x + place * (each + gap), width: each }))
}
