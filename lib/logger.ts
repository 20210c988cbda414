import pino, { type Logger } from 'pino'
import { maskText } from '@/lib/server/mask'

const key = Symbol.for('fullscore.logger')

/** The one log of the process, shared by both bundles: a line of JSON each, or a readable one in a terminal. */
export function logger(): Logger {
  const found: Logger | undefined = Reflect.get(globalThis, key)
  if (found) return found
  const made = createLogger(pino.destination({ dest: 1, sync: false }), process.stdout.isTTY)
  Reflect.set(globalThis, key, made)
  return made
}

export function createLogger(destination: { write(line: string): void }, readable: boolean): Logger {
  const format = readable ? readableLine : (line: string) => line
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretPaths, censor: '***' },
    },
    // Last, over the whole line: an error's message may quote what no list of names foresees.
    { write: (line) => destination.write(format(maskText(line))) },
  )
}

const secretNames = ['password', 'secret', 'token', 'authorization', 'cookie', 'hash', 'email']
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

function readableLine(line: string): string {
  const entry: Record<string, unknown> = JSON.parse(line)
  const { level, time, msg, err, ...rest } = entry
  const details = Object.entries(rest).map(([name, value]) => `${name}=${format(value)}`)
  const stack = typeof err === 'object' && err !== null && 'stack' in err ? `\n${String(err.stack)}` : ''
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${[msg, ...details].filter(Boolean).join(' ')}${stack}\n`
}

const format = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
