import type { AgentHead } from '@/lib/compare/agent-head'
import { formulaNames, METHOD_HEADINGS, methodSentence } from '@/lib/compare/wording'
import { beside, paragraph, span } from '@/lib/press/blocks'
import type { Slice } from '@/lib/press/flow'
import type { Span } from '@/lib/press/lines'
import type { PrintedComparison } from '@/lib/press/parts/comparison/matters'
import { section, subsection } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import { HEADINGS } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

/** By what the numbers were made, and what they were made from. */
export function method(sheet: Sheet, { view, paper }: PrintedComparison): readonly Slice[] {
  const part = section(sheet, HEADINGS.provenance)
  const { column } = sheet.grid
  const style = STYLES.body
  const link = (text: string, address: string) => span(text, style, { url: address, colour: LIGHT.accent })
  const listed = (title: string, lines: readonly (readonly Span[])[]) =>
    subsection(part, title, (element) => bulleted(sheet, element, lines, style, column))
  const agentWords = ({ name, href, source }: AgentHead) => [
    href !== null && URL.canParse(href) ? link(name, href) : span(name, style),
    span(`: ${source.label}.`, style),
  ]
  return [
    ...part.heading,
    ...beside(sheet, [], paragraph(sheet, part.element, 'P', methodSentence(view), style, column), {
      gap: 4,
    }),
    ...listed(
      METHOD_HEADINGS.formulas,
      formulaNames(view).map(({ title, equation }) => [
        link(title, paper.method),
        span(`: ${equation}`, style),
      ]),
    ),
    ...listed(METHOD_HEADINGS.agents, view.agents.map(agentWords)),
  ]
}
