import type { Complaint, Outcome, Output } from '@/scripts/fullscore/outcome'
import { coloured, harmless, isColourful, plain, toJson } from '@/scripts/fullscore/paint'

/** The one place that writes: text for a person, or JSON for a program; colours on a terminal alone. */
export function print({ exit, output, complaint, remark }: Outcome, asJson: boolean): void {
  // Whoever reads may stop early, as `head` does; that is no failure.
  process.stdout.on('error', (error) => {
    if (Reflect.get(error, 'code') !== 'EPIPE') throw error
  })
  if (output) process.stdout.write(asJson ? jsonOf(output) : textOf(output))
  if (remark !== undefined && !asJson) process.stderr.write(`${harmless(remark)}\n`)
  if (complaint) process.stderr.write(asJson ? toJson(complaint) : sentencesOf(complaint))
  // Not process.exit: what was written has to arrive.
  process.exitCode = exit
}

const jsonOf = (output: Output): string =>
  'raw' in output && output.json === undefined ? output.raw : toJson(output.json)

function textOf(output: Output): string {
  if ('raw' in output) return output.raw
  const paint = isColourful(process.stdout.isTTY, process.env) ? coloured : plain
  return `${output.text.map(paint).join('')}\n`
}

const sentencesOf = ({ detail, errors }: Complaint): string =>
  `${harmless([detail, ...errors.map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`)].join('\n'))}\n`
