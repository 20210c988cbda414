import { documentThemeCss } from '@/lib/theme/css'

/**
 * The styles of every self-contained document; they travel inside the file, so they are one string. On paper sizes
 * count by the height of small letters, so that a machine with wide fonts alone needs no more pages.
 */
export const DOCUMENT_CSS = `${documentThemeCss()}
${`
* { box-sizing: border-box }
:root { --prose: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif }
html { background: var(--canvas); -webkit-text-size-adjust: 100% }
body { margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 46rem; background: var(--canvas); color: var(--ink);
  font: 1.0625rem/1.6 var(--prose); text-rendering: optimizeLegibility; overflow-wrap: break-word }
h1, h2, h3, .top, .kicker, .byline, .figures, .score, table, .stack, .certainty, .inputs dt, .others, .id, .lead, .twins {
  font-family: ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; font-variant-numeric: tabular-nums }
h1, h2, h3 { line-height: 1.2; letter-spacing: -.012em; text-wrap: balance; break-after: avoid }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); margin: .2em 0 .3em }
h2 { font-size: 1.35rem; margin: 3rem 0 .8rem; padding-top: 1.1rem; border-top: 2px solid var(--ink) }
h3 { font-size: 1.0625rem; margin: 1.8rem 0 .3rem }
p, ul, ol, dl { margin: 0 0 .8rem }
p { text-wrap: pretty }
li p { margin: 0 }
a { color: var(--accent); text-underline-offset: .16em; text-decoration-thickness: 1px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
code { font: .875em ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace }
:not(pre) > code { background: var(--sunken); padding: .08em .3em; border-radius: 3px }
pre { overflow-x: auto; padding: .7rem .9rem; background: var(--sunken); border-radius: 4px }
blockquote { margin: 0 0 .8rem; padding-left: 1rem; border-left: 2px solid var(--line-strong) }
.top { display: flex; justify-content: space-between; gap: 1rem; padding: 1rem 0; margin-bottom: 2.2rem; border-bottom: 1px solid var(--line); font-size: .875rem }
.top span { color: var(--ink-faint) }
.kicker, .byline { color: var(--ink-soft); font-size: .9375rem; margin: 0 }
.result { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 2rem; margin: 1.6rem 0 1.4rem; padding: 1rem 0; border-block: 1px solid var(--line) }
.score { display: flex; align-items: center; gap: .7rem; margin: 0 }
.score b { font-size: 3.25rem; line-height: 1; letter-spacing: -.03em }
.score span { display: inline-flex; align-items: center; gap: .45rem; padding: .2rem .6rem; border-radius: 4px; font-weight: 600; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.none span { background: var(--none-fill); color: var(--none-text) } .none b { color: var(--none-mark) }
.low span { background: var(--low-fill); color: var(--low-text) } .low b { color: var(--low-mark) }
.medium span { background: var(--medium-fill); color: var(--medium-text) } .medium b { color: var(--medium-mark) }
.high span { background: var(--high-fill); color: var(--high-text) } .high b { color: var(--high-mark) }
.critical span { background: var(--critical-fill); color: var(--critical-text) } .critical b { color: var(--critical-mark) }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 }
.figures dt { font-size: .8125rem; color: var(--ink-faint) }
.figures dd { margin: 0; font-size: 1.125rem; font-weight: 600 }
.summary { font-size: 1.1875rem; line-height: 1.55 }
.equation { font: 1.0625rem/1.7 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; padding: .8rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; text-wrap: wrap }
.equation span { display: inline-block; margin-right: .4em }
.equation b { font-size: 1.2em }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.5; margin: 0 0 1.2rem }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); font-weight: 400 }
th:last-child, td:last-child { padding-right: 0 }
thead th { font-size: .8125rem; color: var(--ink-faint); padding-block: .2rem }
tr { break-inside: avoid }
.number { text-align: right; font-weight: 600; white-space: nowrap }
.steps thead th:last-child { text-align: right }
.steps tbody th { white-space: nowrap }
.inputs div { display: grid; grid-template-columns: 11.5rem 1fr; gap: .2rem 1rem; padding: .45rem 0; break-inside: avoid }
.inputs dt { font-size: .9375rem } .inputs dd { margin: 0 }
.inputs dt b { white-space: nowrap }
.inputs i { display: inline-block; width: 1.1em; color: var(--ink-faint) }
.origin { color: var(--ink-faint); overflow-wrap: anywhere }
.lead { font-size: .9375rem; color: var(--ink-soft); break-after: avoid }
thead { break-after: avoid }
.others, .notices, .evidence, .revisions { padding-left: 1.1rem }
.others, .notices li { font-size: .9375rem }
.notices li { margin-bottom: .3rem }
.factors tbody th { font-weight: 600; width: 11.5rem }
.factors td:last-child { font-family: var(--prose); font-size: 1rem }
.rating { width: 7.5rem }
.rating b { display: block }
.bar { display: block; width: 100%; height: .5rem; margin-top: .25rem; fill: var(--accent); print-color-adjust: exact; -webkit-print-color-adjust: exact }
.track { fill: var(--line) } .tick { fill: var(--canvas) }
.evidence { margin: .4rem 0 0; color: var(--ink-soft); font-size: .875rem }
.stack { list-style: none; padding: 0; margin: 0 0 1.2rem; display: grid; grid-template-columns: 1fr 3.4rem; gap: 3px; font-size: .9375rem; break-inside: avoid }
.stack li { grid-column: 1; order: 0 }
.stack .L7 { grid-row: 1 } .stack .L5 { grid-row: 2 } .stack .L4 { grid-row: 3 } .stack .L3 { grid-row: 4 } .stack .L2 { grid-row: 5 } .stack .L1 { grid-row: 6 }
.stack .L6 { grid-column: 2; grid-row: 1 / 7; position: relative }
.stack a { display: flex; gap: .6rem; align-items: center; height: 100%; padding: .4rem .8rem; color: inherit; text-decoration: none; border: 1.5px solid var(--line-strong); border-radius: 3px; background: var(--paper) }
.stack .mapped a { border-color: var(--accent); background: var(--accent-wash) }
.stack .uncertain a { border-style: dashed }
.stack a:hover .name { text-decoration: underline }
.stack .mark { margin-left: auto; font-size: .8125rem; color: var(--ink-soft); text-align: right }
.stack .L6 a { position: absolute; inset: 0; writing-mode: vertical-rl; padding: .8rem .4rem }
.stack .L6 .id { writing-mode: horizontal-tb } .stack .L6 .mark { margin: auto 0 0 }
.id { font-weight: 600; color: var(--ink-faint); font-variant-numeric: tabular-nums }
.layer { margin-top: 1.9rem; padding-left: 1rem; border-left: 3px solid var(--accent) }
.layer.uncertain { border-left: 3px dashed var(--line-strong) }
.layer h3 { margin-top: 0 }
.layer > :last-child { margin-bottom: 0 }
.certainty { font-size: .875rem; color: var(--ink-soft); margin: 0 0 .5rem; break-after: avoid }
.mapped > .certainty::before { content: '■ '; color: var(--accent) }
.uncertain > .certainty::before { content: '◇ '; color: var(--ink-faint) }
.vector { overflow-wrap: anywhere }
footer { font-size: .9375rem }
.found { margin-top: 12vh }
@media (max-width: 34rem) {
  body { padding-inline: 1rem }
  .top { margin-bottom: 1.4rem }
  .inputs div { grid-template-columns: 1fr }
  .factors thead { position: absolute; clip-path: inset(50%) }
  .factors tr, .steps tr { display: grid; padding: .6rem 0; border-bottom: 1px solid var(--line) }
  .factors th, .factors td, .steps th, .steps td { border: 0; padding: 0; width: auto }
  .factors tr { grid-template-columns: 1fr 6.5rem; gap: .2rem 1rem }
  .factors td:last-child { grid-column: 1 / -1 }
  .steps thead { position: absolute; clip-path: inset(50%) }
  .steps tr { grid-template-columns: 1fr auto }
  .steps td:nth-child(2) { grid-column: 1 / -1; grid-row: 2; color: var(--ink-soft) }
  .stack .mark { max-width: 8rem; line-height: 1.25 } .stack .L6 .mark { max-width: none }
}
@page { size: A4; margin: 13mm 16mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; color: #5f6873 } @bottom-left { content: 'Fullscore · agentic threat model'; font: 8pt system-ui, sans-serif; color: #5f6873 } }
@media print {
  html, body { background: #fff }
  body { max-width: none; padding: 0; font-size: 8.4pt; font-size-adjust: .48; line-height: 1.35; orphans: 3; widows: 3 }
  .top { margin-bottom: 3mm; padding: 0; border: 0; font-size: 7.6pt } nav.top { display: none }
  h1 { font-size: 19pt } h2 { font-size: 11.5pt; margin: 3.8mm 0 1.4mm; padding-top: 1.4mm } h3 { font-size: 9pt; margin: 2.2mm 0 .4mm }
  p, ul, dl { margin-bottom: 1.4mm }
  .kicker, .byline, .lead, .others, .notices li, .inputs dt, footer { font-size: 8.2pt } .notices li { margin: 0 }
  .result { margin: 3mm 0; padding: 2.5mm 0 } .score b { font-size: 26pt } .figures dd { font-size: 10.5pt } .summary { font-size: 9.6pt; line-height: 1.42 }
  .equation { font-size: 8.6pt; padding: 1.6mm 2.5mm } table { font-size: 8.2pt; line-height: 1.33; margin-bottom: 1.6mm } th, td { padding-block: .7mm } .factors td:last-child { font-size: 8.4pt }
  .factors tbody th { width: 37mm } .rating { width: 22mm } .inputs div { padding: .7mm 0 }
  .evidence { margin: .4mm 0 0; font-size: 7.5pt; line-height: 1.3 }
  .stack { font-size: 8.2pt } .stack a { padding: 1mm 2.4mm } .stack .mark, .certainty, thead th, .figures dt { font-size: 7.6pt }
  .layer { margin-top: 2.2mm; padding-left: 3mm } .layer > .certainty { margin-bottom: .8mm }
  a { color: inherit; text-decoration: none }
}
`.trim()}`

/** For the documents that ask something; a report carries none of it. */
export const FORM_CSS = `${DOCUMENT_CSS}
${`
form, label, input, button, .alert { font-family: ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif }
form { max-width: 22rem; margin-top: 1.6rem }
label { display: block; font-size: .875rem; color: var(--ink-soft); margin-bottom: .3rem }
input, button { width: 100%; min-height: 2.75rem; border-radius: 6px; font-size: 1rem }
input { padding: 0 .8rem; border: 1px solid var(--line-strong); background: var(--paper); color: var(--ink) }
button { margin-top: .9rem; border: 0; background: var(--accent); color: var(--accent-ink); font-weight: 600; cursor: pointer }
.alert { font-size: .9375rem; color: var(--high-mark); margin: .5rem 0 0 }
`.trim()}`
