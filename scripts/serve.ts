import { renewAll } from '@/lib/agents/cards/renew-all'
import { err, ok, type Result } from '@/lib/base/result'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { loadDemo } from '@/lib/demo/load'
import { type Env, loadEnv } from '@/lib/env'
import { logger } from '@/lib/logger'
import { openDatabase } from '@/lib/postgres/database'
import type { DatabaseEvent } from '@/lib/postgres/embedded'
import { runClosers } from '@/lib/registry'
import { type Front, openFront } from '@/lib/server/front'
import { createNextApp } from '@/lib/server/next-app'
import { logConsole, watchFaults } from '@/lib/server/process-faults'
import { register } from '@/lib/server/register'
import { type Cleanups, createCleanups, onParentGone, onSignals } from '@/lib/server/stop'
import { sweepHourly } from '@/lib/sweep'
import { renewSetupCode } from '@/lib/workspaces/setup-code'

/** Shows one step of the start with its time; given by the bootstrap, which shows its own in the same way. */
type Step = <T>(
  name: string,
  work: (note: (text: string) => void) => Promise<Result<T, string>>,
) => Promise<Result<T, string>>

type ServeOptions = {
  readonly dev: boolean
  readonly step: Step
  readonly say: (line: string) => void
  /** Builds the app when its sources are newer; ends early at a signal. */
  readonly build: (note: (text: string) => void) => Promise<Result<undefined, string>>
}

/**
 * From the environment to a server that is ready. What can be said at once comes first: the environment, the port, who
 * holds the data folder; the long build comes when nothing of that can stop it any more.
 */
export async function serve(options: ServeOptions): Promise<Result<undefined, string>> {
  const env = loadEnv()
  if (!env.ok) return err(env.error.join('\n'))
  const cleanups = createCleanups((error) => logger().error({ err: error }, 'a part did not stop cleanly'))
  const stop = createStop(cleanups)
  onSignals(
    (signal) => void stop(signal === 'SIGINT' ? 130 : 143),
    () => process.exit(1),
  )
  onParentGone(() => void stop(143))
  const started = await start(env.value, options, cleanups, stop)
  if (!started.ok) await cleanups.run()
  return started
}

type Stop = ((code: number) => Promise<void>) & { ready: boolean }

/** Ends the process in good order: with 0 once it was ready, else with the code given. */
function createStop(cleanups: Cleanups): Stop {
  let begun = false
  const stop = async (code: number) => {
    if (begun) return
    begun = true
    // The last resort: whatever hangs, the process is gone within fifteen seconds.
    setTimeout(() => process.exit(1), 14_000).unref()
    await cleanups.run()
    process.exit(stop.ready && code > 1 ? 0 : code)
  }
  stop.ready = false
  return stop
}

async function start(
  env: Env,
  options: ServeOptions,
  cleanups: Cleanups,
  stop: Stop,
): Promise<Result<undefined, string>> {
  const { dev, step, say, build } = options
  const front = await openFront(env, dev)
  if (!front.ok) return front
  const database = await prepareDatabase(env, front.value, options, cleanups, stop)
  if (!database.ok) return database
  const built = dev ? ok(undefined) : await step('Build', build)
  if (!built.ok) return built
  const { server, sockets, begin, close } = front.value
  const app = await step('Server', async () => {
    // Next's own words of welcome are no news for a log, its warnings are.
    if (!dev) logConsole(logger())
    logger().level = 'warn'
    return ok(await createNextApp({ dev, publicUrl: new URL(env.publicUrl), server, sockets }))
  })
  logger().level = 'info'
  if (!app.ok) return app
  cleanups.add(() => app.value.close())
  cleanups.add(close)
  watchFaults(logger(), () => void stop(1))
  cleanups.add(sweepHourly())
  const code = await patiently(renewSetupCode)
  begin(app.value.handle)
  stop.ready = true
  if (code !== undefined) say(`There is no owner yet. Make the first one: ${env.publicUrl}/setup#${code}`)
  say(`Fullscore is ready: ${env.publicUrl}`)
  return ok(undefined)
}

/**
 * Asks again for a while where the database does not answer: a machine that is busy with a start lets it wait longer
 * than a reader would, and a start that gave up would only be begun once more.
 */
async function patiently<T>(ask: () => Promise<T>, untilMs = Date.now() + 30_000): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isDatabaseUnavailable(error) || Date.now() > untilMs) throw error
    await new Promise((resolve) => setTimeout(resolve, 200))
    return patiently(ask, untilMs)
  }
}

/** A database that runs, is ours, has all tables and, at the first start, the demo library. */
async function prepareDatabase(
  env: Env,
  { requests }: Front,
  { step, say }: ServeOptions,
  cleanups: Cleanups,
  stop: Stop,
): Promise<Result<undefined, string>> {
  const opened = await step('Database', async (note) => {
    const found = await openDatabase(env, (event) => reportDatabase(event, stop))
    if (found.ok) note(found.value.description)
    return found
  })
  if (!opened.ok) return opened
  const database = opened.value
  cleanups.add(database.stop)
  if (database.notice) say(database.notice)

  const migrated = await step('Migrations', async (note) => {
    const done = await database.migrate(note)
    if (done.ok) note(done.value.summary)
    return done
  })
  if (!migrated.ok) return migrated
  if (migrated.value.notice) say(migrated.value.notice)

  register(env, database.appUrl, requests)
  cleanups.add(runClosers)
  const demo = await step('Demo library', async (note) => {
    const agents = await loadDemo()
    note(agents === 0 ? 'left as it is' : `${agents} agents loaded`)
    return ok(undefined)
  })
  if (!demo.ok) return demo
  return step('Index', async (note) => {
    const agents = await patiently(renewAll)
    note(agents === 0 ? 'complete' : `${agents} agents written anew`)
    return ok(undefined)
  })
}

function reportDatabase(event: DatabaseEvent, stop: Stop): void {
  if (event.kind === 'lost') logger().warn('the database is gone: it is started again')
  else if (event.kind === 'recovered') logger().info('the database is back')
  else if ('sentence' in event) logger().error(event.sentence)
  if (event.kind === 'taken') void stop(1)
}
