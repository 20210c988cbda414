import { cpus, loadavg } from 'node:os'
import { type Browser, chromium } from '@playwright/test'
import { LAUNCH } from '@/e2e/browser'
import { err, ok, type Result } from '@/lib/base/result'
import { type Cleanups, createCleanups, onSignals } from '@/lib/server/stop'
import { openDesk } from '@/scripts/bench/desk'
import { measureRead } from '@/scripts/bench/pages'
import type { Parts } from '@/scripts/bench/parts'
import { measureReach } from '@/scripts/bench/reach'
import { measureSaves } from '@/scripts/bench/saves'
import { measureSize, openGround, type Sized } from '@/scripts/bench/scale'
import { scaleReportOf } from '@/scripts/bench/scale-table'
import { measureSlider } from '@/scripts/bench/slider'
import { type Measured, reportOf } from '@/scripts/bench/table'
import { measureTyping } from '@/scripts/bench/typing'

type Tools = {
  readonly say: (line: string) => void
  readonly step: <T>(
    name: string,
    work: (note: (text: string) => void) => Promise<Result<T, string>>,
  ) => Promise<Result<T, string>>
}

export { partsOf } from '@/scripts/bench/parts'

/** What could be measured, and why the rest could not. */
type Outcome = { readonly lines: readonly string[]; readonly failure?: string }

/** Starts apps of its own, measures, prints, and leaves nothing running behind it, also at Ctrl-C. */
export async function bench({ say, step }: Tools, parts: Parts): Promise<Result<undefined, string>> {
  const cleanups = createCleanups((error) => say(`A part did not stop cleanly: ${String(error)}`))
  const signal = new Promise<'ended'>((resolve) =>
    onSignals(
      () => resolve('ended'),
      () => process.exit(1),
    ),
  )
  const load = loadavg()[0] ?? 0
  const measuring = measureParts(cleanups, step, parts)
  // At a signal the measuring loses its app and its browser, and with them its way; that is no news then.
  measuring.catch(() => undefined)
  try {
    const outcome = await Promise.race([measuring, signal])
    if (outcome === 'ended') return err('It was ended before the end.')
    const cores = cpus()
    say(
      `\n${cores[0]?.model.trim() ?? 'Unknown processor'}, ${cores.length} cores, Node ${process.versions.node}`,
    )
    say(`Load average ${load.toFixed(2)} at the start, ${(loadavg()[0] ?? 0).toFixed(2)} at the end.`)
    say('These numbers are for this machine, and for what else it was doing, only.\n')
    for (const line of outcome.lines) say(line)
    return outcome.failure === undefined ? ok(undefined) : err(outcome.failure)
  } finally {
    await cleanups.run()
  }
}

async function measureParts(
  cleanups: Cleanups,
  step: Tools['step'],
  { editor, sizes }: Parts,
): Promise<Outcome> {
  const first = editor ? await measureAll(cleanups, step) : ok([])
  if (!first.ok) return { lines: [], failure: first.error }
  const { lines, ...rest } = await measureSizes(cleanups, step, sizes)
  return { lines: [...(editor ? [...reportOf(first.value), ''] : []), ...lines], ...rest }
}

/** One workspace that grows from size to size. Where one fails, those before it are told all the same. */
async function measureSizes(
  cleanups: Cleanups,
  step: Tools['step'],
  sizes: readonly number[],
): Promise<Outcome> {
  const opened = await step('App for the sizes', () => settle(openGround(cleanups)))
  if (!opened.ok) return { lines: [], failure: opened.error }
  const measured: Sized[] = []
  const lines = () =>
    measured.length === 0
      ? []
      : scaleReportOf(
          measured.flatMap(({ rows }) => rows),
          measured.map(({ made }) => made),
        )
  for (const size of sizes) {
    const sized = await step(`${size.toLocaleString('en')} agents`, (note) =>
      settle(measureSize(opened.value, size, note)),
    )
    if (!sized.ok) return { lines: lines(), failure: sized.error }
    measured.push(sized.value)
  }
  return { lines: lines() }
}

async function measureAll(
  cleanups: Cleanups,
  step: Tools['step'],
): Promise<Result<readonly Measured[], string>> {
  const opened = await step('App', () => settle(openDesk(cleanups)))
  if (!opened.ok) return opened
  const desk = opened.value
  const browser = async (): Promise<Browser> => {
    // Signals are ours: Playwright would end this process before the app has stopped.
    const launched = await chromium.launch({
      ...LAUNCH,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    cleanups.add(() => launched.close())
    return launched
  }
  const launched = await step('Chromium', () => settle(browser()))
  if (!launched.ok) return launched
  const rows: Measured[] = []
  for (const [name, measure] of [
    ['Score', async () => measureReach()],
    ['Typing', () => measureTyping(launched.value, desk)],
    ['Slider', () => measureSlider(launched.value, desk)],
    ['Autosave', () => measureSaves(desk)],
    ['Report page', () => measureRead(desk, { what: 'report page', path: REPORT })],
    ['Report as JSON', () => measureRead(desk, { what: 'report as JSON', path: `${REPORT}.json` })],
    [
      'Report as PDF',
      () => measureRead(desk, { what: 'PDF', path: `${REPORT}.pdf`, count: 50, withinMs: 1_000 }),
    ],
    [
      'Preview picture',
      () => measureRead(desk, { what: 'preview picture', path: `${REPORT}/og.png`, count: 50 }),
    ],
    ['Library page', () => measureRead(desk, { what: 'library page', path: '/' })],
  ] as const) {
    const measured = await step<readonly Measured[]>(name, () => settle(measure()))
    if (!measured.ok) return measured
    rows.push(...measured.value)
  }
  return ok(rows)
}

const REPORT = '/agents/azure-mcp-server-mcp/threat-model'

const settle = <T>(work: Promise<T>): Promise<Result<T, string>> =>
  work.then(ok, (error: unknown) =>
    err(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
