import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export type Ended = { readonly exit: number | null; readonly out: string; readonly err: string }

type Place = {
  readonly cwd: string
  /** All of it: nothing of whoever runs the tests leaks in but the path to programs. */
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

/** Runs a program to its end, and keeps what it says on either stream. */
export async function runProgram(
  [program = '', ...args]: readonly string[],
  { cwd, env = {}, input = '' }: Place,
): Promise<Ended> {
  const child = spawn(program, args, {
    cwd,
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], ...env },
  })
  // A program that reads nothing closes its end first.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exit: await exit, out, err }
}

/** A folder that is not the clone, from which somebody calls the command line. */
export type Terminal = {
  readonly folder: string
  readonly run: (args: readonly string[], more?: Pick<Place, 'env' | 'input'>) => Promise<Ended>
  /** Writes a file there, as JSON unless it is a text, and returns its path. */
  readonly write: (name: string, content: unknown) => string
  readonly read: (name: string) => string
  readonly close: () => void
}

export function openTerminal(env: Place['env']): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-terminal-'))
  const command = [process.execPath, join(process.cwd(), 'scripts/fullscore.mjs')]
  return {
    folder,
    run: (args, more = {}) =>
      runProgram([...command, ...args], { cwd: folder, ...more, env: { ...env, ...more.env } }),
    write: (name, content) => {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
      return join(folder, name)
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    close: () => rmSync(folder, { recursive: true }),
  }
}
