import { spawn } from 'node:child_process'
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

/** The command line as a person calls it, from a folder that is not the clone. */
export const runFullscore = (args: readonly string[], place: Place): Promise<Ended> =>
  runProgram([process.execPath, join(process.cwd(), 'scripts/fullscore.mjs'), ...args], place)
