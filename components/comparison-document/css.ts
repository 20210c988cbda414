import { DOCUMENT_CSS } from '@/components/report/document-css'
import { AGENTS_MAX, AGENTS_MIN } from '@/lib/compare/compared-agent'

/** Styles on elements would need a policy of their own, so each number of agents is a class. */
const columnWidths = (): string =>
  Array.from({ length: AGENTS_MAX - AGENTS_MIN + 1 }, (_, index) => index + AGENTS_MIN)
    .map((agents) => `.of-${agents} { --agents: ${agents} }`)
    .join(' ')

/** What a comparison needs beyond a report: columns by agent, which a phone swipes through inside their own frame. */
export const COMPARISON_CSS = `${DOCUMENT_CSS}
${`
body { max-width: 76rem }
${columnWidths()}
.top, header, .lead, .summary, .prose { max-width: 46rem }
.frame { overflow-x: auto; margin: 0 0 1.2rem; border-block: 1px solid var(--line) }
.frame table { margin: 0; min-width: calc(9rem + var(--agents) * 8.5rem); table-layout: fixed }
.frame th:first-child { width: 9rem; position: sticky; left: 0; background: var(--canvas); padding-right: .8rem; z-index: 1 }
.frame thead th { color: var(--ink); font-weight: 600; vertical-align: bottom; padding-block: .6rem }
.frame td, .frame thead th:not(:first-child) { padding-left: .6rem; overflow-wrap: anywhere }
.frame tbody th { font-weight: 600; hyphens: auto }
.frame tr:last-child > * { border-bottom: 0 }
.frame td b { white-space: nowrap }
.sub { display: block; font-size: .8125rem; font-weight: 400; color: var(--ink-soft) }
.frame .score { gap: .45rem; flex-wrap: wrap } .frame .score b { font-size: 1.6rem }
.frame .score span { font-size: .8125rem; padding: .1rem .4rem }
.highest { font-weight: 700 } .highest .bar { fill: var(--ink) }
.equal td, .equal th { color: var(--ink-faint) }
.differs td, .differs th { background: var(--accent-wash) }
.frame .mapped::before { content: '■ '; color: var(--accent) }
.frame .uncertain::before { content: '◇ '; color: var(--ink-faint) }
details { border-bottom: 1px solid var(--line); break-inside: auto }
summary { cursor: pointer; padding: .6rem 0; font-family: ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; padding-bottom: .8rem }
.columns h4 { font: 600 .9375rem/1.3 ui-sans-serif, system-ui, sans-serif; margin: .6rem 0 .2rem }
.parts { max-width: 46rem } .parts td:last-child, .parts th:last-child { text-align: right; white-space: nowrap; font-weight: 600 }
.parts tfoot { display: table-row-group }
.parts tfoot th, .parts tfoot td { border-top: 2px solid var(--ink); border-bottom: 0; font-weight: 600 }
@page { size: A4 landscape; @bottom-left { content: 'Fullscore · comparison of agentic threat models' } }
@media (max-width: 34rem) { .frame { margin-inline: -1rem; padding-inline: 1rem } .frame th:first-child { width: 8rem } .frame table { min-width: calc(8rem + var(--agents) * 8.5rem) } }
@media print {
  .frame { overflow: visible } .frame table { min-width: 0 } .frame th:first-child { position: static; background: none; width: 34mm }
  .frame .score b { font-size: 15pt } .sub { font-size: 7.4pt } summary { list-style: none; padding: 1mm 0; break-after: avoid }
  .narratives::details-content { content-visibility: visible; block-size: auto } .whys:not([open]) { display: none }
  .columns { grid-template-columns: repeat(3, 1fr); gap: 0 6mm } .columns h4 { font-size: 8.4pt; margin: 1mm 0 .4mm; break-after: avoid }
  .differs td, .differs th { background: none } .differs th::after { content: ' ≠' }
}
`.trim()}`
