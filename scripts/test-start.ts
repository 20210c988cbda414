import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One `npm start` under test, as a process of its own. */
export type StartedApp = {
  readonly process: ChildProcess
  readonly url: string
  /** Everything it has printed so far. */
  output(): string
  /** Resolves when a line was printed; throws with the output when the process ends before. */
  printed(text: string | RegExp, limitMs?: number): Promise<void>
  readonly exit: Promise<number | NodeJS.Signals | null>
}

type Environment = Readonly<Record<string, string>>

const readyLine = 'Fullscore is ready: '

/** Empty, so that those of a developer's `.env` are hidden. */
const unset = Object.fromEntries(
  [
    'HOST',
    'PUBLIC_URL',
    'TRUSTED_PROXIES',
    'DATABASE_URL',
    'DATABASE_MIGRATE_URL',
    'FULLSCORE_SECRET',
    'FULLSCORE_SIGNUP',
    'SMTP_URL',
    'MAIL_FROM',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
  ].map((name) => [name, '']),
)

export function launch(
  port: number,
  env: Environment,
  command: readonly string[] = ['node', 'scripts/start.mjs'],
): StartedApp {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    // Only what a login has: the settings of whoever runs the tests must not leak in.
    env: {
      ...unset,
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let text = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += String(chunk)
      for (const check of waiting) check()
    })
  }
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const printed = (wanted: string | RegExp, limitMs = 120_000) =>
    new Promise<void>((resolve, reject) => {
      const found = () => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text))
      const end = (reason?: string) => {
        clearTimeout(timer)
        waiting.delete(check)
        if (reason) reject(new Error(`${reason}:\n${text}`))
        else resolve()
      }
      const check = () => {
        if (found()) end()
      }
      const timer = setTimeout(() => end(`"${wanted}" was not printed in time`), limitMs)
      waiting.add(check)
      void exit.then(() => (found() ? end() : end(`It ended before "${wanted}"`)))
      check()
    })
  return { process: child, url: `http://127.0.0.1:${port}`, output: () => text, printed, exit }
}

/** Launched and ready. */
export async function start(
  port: number,
  env: Environment,
  command?: readonly string[],
): Promise<StartedApp> {
  const app = launch(port, env, command)
  await app.printed(readyLine)
  return app
}

/** The embedded server of a data folder. */
export const postmasterOf = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
