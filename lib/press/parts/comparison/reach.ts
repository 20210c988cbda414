import type { AgentHead } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ReachView } from '@/lib/compare/reach-view'
import { COMPARISON_HEADINGS, costWords, REACH_LEAD, REACH_TITLES, setsWords } from '@/lib/compare/wording'
import { paragraph, span } from '@/lib/press/blocks'
import type { Columns, Slice, Strip } from '@/lib/press/flow'
import { agentTitle, split } from '@/lib/press/parts/comparison/agent-columns'
import { section } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Element, Sheet } from '@/lib/press/sheet'
import { sideBySide } from '@/lib/press/side-by-side'
import { type Measure, STYLES } from '@/lib/press/style'

/** What would have to change for each agent to be less dangerous. */
export function* comparedReach(sheet: Sheet, { agents, reach }: ComparisonView): Generator<Slice | Columns> {
  const part = section(sheet, COMPARISON_HEADINGS.reach)
  const { whole } = sheet.grid
  yield* part.heading
  yield* paragraph(sheet, part.element, 'P', REACH_LEAD, STYLES.small, whole, { gap: 4, glued: true })
  for (const [place, agent] of agents.entries()) {
    const found = reach[place]
    if (!found) continue
    const inside = sheet.element(part.element, 'Sect')
    const start = (y: number) => part.bookmark(agent.name, y)
    yield* sideBySide(sheet, columnsOf(sheet, inside, agent, found, start), {
      gap: place === 0 ? 6 : 12,
      head: () => NOTHING,
    })
  }
}

/** Names and lists are short, so that it never goes on. */
const NOTHING: Strip = { height: 0, draw: () => {} }

function columnsOf(
  sheet: Sheet,
  inside: Element,
  agent: AgentHead,
  { lead, singles, factors }: ReachView,
  start: (y: number) => void,
): readonly (readonly Slice[])[] {
  const [first, second, third] = split(sheet.grid.whole, 3, 24)
  if (!first || !second || !third) return []
  const titled = (title: string, measure: Measure, content: readonly Slice[]) =>
    content.length === 0
      ? []
      : [...paragraph(sheet, inside, 'H4', title, STYLES.heading, measure, { glued: true }), ...content]
  return [
    [
      ...paragraph(sheet, inside, 'H3', agentTitle(agent), STYLES.heading, first, { glued: true, start }),
      ...paragraph(sheet, inside, 'P', lead, STYLES.body, first, { gap: 1.5 }),
    ],
    titled(
      REACH_TITLES.singles,
      second,
      listed(
        sheet,
        inside,
        singles.map(({ text, cost }) => [`${text}: `, costWords(cost)]),
        second,
      ),
    ),
    titled(REACH_TITLES.factors, third, [
      ...factors.sentences.flatMap((sentence) =>
        paragraph(sheet, inside, 'P', sentence, STYLES.body, third, { gap: 1.5 }),
      ),
      ...listed(
        sheet,
        inside,
        factors.sets.map((set) => [set.join(', ')]),
        third,
      ),
      ...(factors.setsInAll > factors.sets.length
        ? paragraph(sheet, inside, 'P', setsWords(factors), STYLES.small, third, { gap: 1.5 })
        : []),
    ]),
  ]
}

/** The last words of a line are what it costs. */
const listed = (
  sheet: Sheet,
  inside: Element,
  lines: readonly (readonly string[])[],
  measure: Measure,
): readonly Slice[] =>
  lines.length === 0
    ? []
    : bulleted(
        sheet,
        inside,
        lines.map(([text = '', cost = '']) => [
          span(text, STYLES.body),
          span(cost, STYLES.body, { face: 'sans-600' }),
        ]),
        STYLES.body,
        measure,
      )
