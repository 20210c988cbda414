import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Binaries } from '@/lib/postgres/binaries'
import type { ServiceUser } from '@/lib/postgres/service-user'

/** What one of Postgres's programs said. */
export type Outcome = { readonly ok: boolean; readonly output: string }

export type Programs = { readonly binaries: Binaries; readonly user: ServiceUser }

/**
 * Runs one program to its end. It gets no environment of ours, which holds secrets and perhaps `PG…` variables, and
 * no working folder of ours, which it may not be able to enter.
 */
export function run(
  { binaries, user }: Programs,
  program: 'initdb' | 'pg_ctl' | 'postgres',
  args: readonly string[],
  input = '',
): Promise<Outcome> {
  // pg_ctl hands its streams down to the server, which would keep our pipes open for its whole life.
  const piped = program === 'pg_ctl' ? ('ignore' as const) : ('pipe' as const)
  return new Promise((resolve) => {
    const child = spawn(join(binaries.folder, program), args, {
      ...user,
      cwd: '/',
      env: environment(),
      stdio: [piped, piped, piped],
      // A Ctrl-C in the terminal reaches the whole group, and is ours to handle.
      detached: true,
      windowsHide: true,
    })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
    })
    child.stderr?.on('data', (chunk) => {
      output += String(chunk)
    })
    child.stdin?.on('error', () => {
      // A program that ends before it has read everything says why in its output.
    })
    child.stdin?.end(input)
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}

const environment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  LC_ALL: 'C',
  ...Object.fromEntries(['PATH', 'SystemRoot', 'TEMP'].map((name) => [name, process.env[name]])),
})
