import { parseArgs } from 'node:util'
import { z } from 'zod'
import { err, ok, type Result } from '@/lib/base/result'
import { tidy } from '@/lib/db/tidy'
import { type Env, loadEnv } from '@/lib/env'
import { fill } from '@/lib/generator/fill'
import { AGENTS_MAX } from '@/lib/generator/ids'
import { chooseTarget } from '@/lib/generator/workspace'
import { connect } from '@/lib/postgres/connect'
import { openDatabase } from '@/lib/postgres/database'
import { type RunningUrls, runningDatabase } from '@/lib/postgres/running'

type Note = (text: string) => void
type Step = <T>(name: string, work: (note: Note) => Promise<Result<T, string>>) => Promise<Result<T, string>>

/** `npm run generate -- --agents 100000`: believable agents, as many as asked for; the last line is told. */
export async function generateAgents(args: readonly string[], step: Step): Promise<Result<string, string>> {
  const read = readOptions(args)
  if (!read.ok) return read
  const env = loadEnv()
  if (!env.ok) return err(env.error.join('\n'))
  const opened = await step('Database', (note) => open(env.value, note))
  if (!opened.ok) return opened
  const { urls, stop } = opened.value
  try {
    return await generateInto(urls, read.value, step)
  } finally {
    await stop()
  }
}

type Opened = { readonly urls: RunningUrls; readonly stop: () => Promise<void> }

/** The database of the app that runs; else the app's database is started for as long as this takes. */
async function open(env: Env, note: Note): Promise<Result<Opened, string>> {
  const running = runningDatabase(env)
  if (running.ok && (env.databaseUrl !== undefined || (await answers(running.value)))) {
    note('of the running app')
    return ok({ urls: running.value, stop: () => Promise.resolve() })
  }
  const started = await openDatabase(env, () => {})
  if (!started.ok) return started
  const migrated = await started.value.migrate(note)
  const urls = runningDatabase(env)
  if (migrated.ok && urls.ok) return ok({ urls: urls.value, stop: started.value.stop })
  await started.value.stop()
  return migrated.ok ? err('The database ended again. Run this once more.') : migrated
}

/** One that was killed leaves its traces behind. */
async function answers({ appUrl }: RunningUrls): Promise<boolean> {
  const connected = await connect(appUrl, 'The database')
  if (connected.ok) await connected.value.end()
  return connected.ok
}

async function generateInto(
  { appUrl, ownerUrl }: RunningUrls,
  { agents, workspace, ...options }: Options,
  step: Step,
): Promise<Result<string, string>> {
  const target = await chooseTarget(appUrl, workspace)
  if (!target.ok) return target
  const { slug, ...place } = target.value
  const filled = await step('Agents', async (note) => {
    const begun = performance.now()
    await fill(appUrl, { ...options, ...place, agents }, (written) => note(`${written} of ${agents}`))
    return ok((performance.now() - begun) / 1_000)
  })
  if (!filled.ok) return filled
  const tidied = await step('Indexes', async () => ok(await tidy(ownerUrl)))
  if (!tidied.ok) return tidied
  const speed = Math.round(agents / filled.value).toLocaleString('en')
  return ok(`${agents.toLocaleString('en')} agents are in /w/${slug} now, ${speed} a second.`)
}

type Options = z.output<typeof optionsSchema>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const numberFrom = (least: number, most: number, message: string) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
const whole = (least: number, most: number, message: string) =>
  numberFrom(least, most, message).refine(Number.isInteger, message)

const optionsSchema = z.object({
  agents: whole(1, AGENTS_MAX, '--agents takes how many, such as 100000.'),
  workspace: z.string().optional(),
  seed: whole(0, 0xffffffff, '--seed takes a whole number, such as 7.').default(1),
  listed: numberFrom(0, 0.8, '--listed takes the share in the library, from 0 to 0.8.').default(0.1),
  until: z
    .string()
    .regex(DAY, '--until takes a day, such as 2026-11-01.')
    .refine((text) => !Number.isNaN(Date.parse(text)), '--until takes a day that there is.')
    .transform((text) => new Date(text))
    .prefault(() => new Date().toISOString().slice(0, 10)),
})

/** The same seed, day and share make the same agents, byte for byte. */
export function readOptions(args: readonly string[]): Result<Options, string> {
  try {
    const text = { type: 'string' } as const
    const options = { agents: text, workspace: text, seed: text, listed: text, until: text }
    const read = optionsSchema.safeParse(parseArgs({ args: [...args], options, strict: true }).values)
    if (read.success) return ok(read.data)
    const [issue] = read.error.issues
    return err(issue?.code === 'invalid_type' ? `Say how many. ${USAGE}` : `${issue?.message} ${USAGE}`)
  } catch {
    return err(`Something there is unknown or has no value. ${USAGE}`)
  }
}

const USAGE =
  'As in: npm run generate -- --agents 100000, with --workspace, --seed, --listed and --until if you like.'
