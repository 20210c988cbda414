import { cpus, loadavg } from 'node:os'
import { type Browser, chromium } from '@playwright/test'
import { LAUNCH } from '@/e2e/browser'
import { err, ok, type Result } from '@/lib/base/result'
import { type Cleanups, createCleanups, onSignals } from '@/lib/server/stop'
import { openDesk } from '@/scripts/bench/desk'
import { measureRead } from '@/scripts/bench/pages'
import { measureSaves } from '@/scripts/bench/saves'
import { MILLION, measureSize, openGround, SIZES } from '@/scripts/bench/scale'
import { type Scaled, scaleReportOf } from '@/scripts/bench/scale-table'
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

/** Which parts are measured. */
export type Parts = { readonly editor: boolean; readonly sizes: readonly number[] }

/** `--scale`: the sizes alone; `--million`: these with a million, too. */
export function partsOf(args: readonly string[]): Result<Parts, string> {
  const unknown = args.filter((argument) => argument !== '--scale' && argument !== '--million')
  if (unknown.length > 0)
    return err(`${unknown.join(' ')} is unknown here: write --scale, --million or nothing.`)
  const sizes = args.includes('--million') ? [...SIZES, MILLION] : SIZES
  return ok({ editor: args.length === 0, sizes })
}

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
    const lines = await Promise.race([measuring, signal])
    if (lines === 'ended') return err('It was ended before the end.')
    if (!lines.ok) return lines
    const cores = cpus()
    say(
      `\n${cores[0]?.model.trim() ?? 'Unknown processor'}, ${cores.length} cores, Node ${process.versions.node}`,
    )
    say(`Load average ${load.toFixed(2)} at the start, ${(loadavg()[0] ?? 0).toFixed(2)} at the end.`)
    say('These numbers are for this machine, and for what else it was doing, only.\n')
    for (const line of lines.value) say(line)
    return ok(undefined)
  } finally {
    await cleanups.run()
  }
}

async function measureParts(
  cleanups: Cleanups,
  step: Tools['step'],
  { editor, sizes }: Parts,
): Promise<Result<readonly string[], string>> {
  const first = editor ? await measureAll(cleanups, step) : ok([])
  if (!first.ok) return first
  const scaled = await measureSizes(cleanups, step, sizes)
  if (!scaled.ok) return scaled
  return ok([...(editor ? [...reportOf(first.value), ''] : []), ...scaleReportOf(scaled.value)])
}

/** One workspace that grows from size to size. */
async function measureSizes(
  cleanups: Cleanups,
  step: Tools['step'],
  sizes: readonly number[],
): Promise<Result<readonly Scaled[], string>> {
  const opened = await step('App for the sizes', () => settle(openGround(cleanups)))
  if (!opened.ok) return opened
  const rows: Scaled[] = []
  for (const size of sizes) {
    const measured = await step(`${size.toLocaleString('en')} agents`, (note) =>
      settle(measureSize(opened.value, size, note)),
    )
    if (!measured.ok) return measured
    rows.push(...measured.value)
  }
  return ok(rows)
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
