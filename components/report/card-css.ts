import { documentThemeCss } from '@/lib/theme/css'

/** The styles of the card. It is shown in a frame of a fixed height, from 280 to 640 pixels wide. */
export const CARD_CSS = `${documentThemeCss()}
${`
* { box-sizing: border-box }
html, body { height: 100%; margin: 0 }
main { height: 100%; padding: .8rem 1rem; display: flex; flex-direction: column; gap: .5rem; overflow: hidden;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line-strong);
  font: .8125rem/1.4 ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; font-variant-numeric: tabular-nums }
h1 { margin: 0; font-size: 1rem; line-height: 1.25; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; overflow-wrap: anywhere }
p, ol { margin: 0; padding: 0 }
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.soft { color: var(--ink-soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.score { display: flex; align-items: center; gap: .6rem }
.score b { font-size: 2rem; line-height: 1; letter-spacing: -.03em }
.score span { display: inline-flex; align-items: center; gap: .4rem; padding: .15rem .5rem; border-radius: 4px; font-weight: 600 }
.none span { background: var(--none-fill); color: var(--none-text) }
.low span { background: var(--low-fill); color: var(--low-text) }
.medium span { background: var(--medium-fill); color: var(--medium-text) }
.high span { background: var(--high-fill); color: var(--high-text) }
.critical span { background: var(--critical-fill); color: var(--critical-text) }
.factors { flex: 1; min-height: 2.6rem; display: grid; grid-template-columns: repeat(10, 1fr); gap: .35rem; list-style: none }
.factors li { position: relative; display: flex; flex-direction: column; justify-content: flex-end; text-align: center; font-size: .6875rem; color: var(--ink-soft) }
.factors svg { position: absolute; inset: 0 0 1.05rem; width: 100%; height: calc(100% - 1.05rem); fill: var(--accent) }
.track { fill: var(--line) }
.hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem }
`.trim()}`
