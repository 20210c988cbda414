import { parseArgs } from 'node:util'
import { err, ok, type Result } from '@/lib/base/result'
import type { Call, Command, Flag, Flags } from '@/scripts/fullscore/command'

export const COMMON_FLAGS: Flags = {
  json: { about: 'print JSON instead of text' },
  help: { short: 'h', about: 'print this help' },
}

/** Reads the words behind a command; the error is a sentence that names the first that cannot be used. */
export function readCall(words: readonly string[], command: Command): Result<Call, string> {
  const flags = { ...command.flags, ...COMMON_FLAGS }
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, optionOf(flag)])),
    strict: false,
    tokens: true,
  })
  const operands: string[] = []
  const values: Record<string, string> = {}
  const switches = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
    if (flag === undefined)
      return err(`${rawName} is not a flag of ${command.name}; fullscore help ${command.name} lists them.`)
    if (flag.value === undefined) {
      if (value !== undefined) return err(`${rawName} takes no value; write it alone.`)
      switches.add(name)
      continue
    }
    // The next flag is no value: whoever left a value out would otherwise lose both.
    if (value === undefined || (!inlineValue && /^-./.test(value)))
      return err(`${rawName} needs a value behind it: ${rawName} ${flag.value}.`)
    if (Object.hasOwn(values, name)) return err(`--${name} is given twice; keep one.`)
    values[name] = value
  }
  return ok({ operands, values, switches })
}

const optionOf = ({ value, short }: Flag) => ({
  type: value === undefined ? ('boolean' as const) : ('string' as const),
  ...(short !== undefined && { short }),
})
