import { version } from '@/package.json'
import { badgeCommand } from '@/scripts/fullscore/badge'
import type { Command } from '@/scripts/fullscore/command'
import { EXIT } from '@/scripts/fullscore/exit-codes'
import { helpOf, overview } from '@/scripts/fullscore/help'
import { type Outcome, unusable } from '@/scripts/fullscore/outcome'
import { print } from '@/scripts/fullscore/print'
import { pullCommand } from '@/scripts/fullscore/pull'
import { pushCommand } from '@/scripts/fullscore/push'
import { readCall } from '@/scripts/fullscore/read-call'
import { scoreCommand } from '@/scripts/fullscore/score'
import { validateCommand } from '@/scripts/fullscore/validate'

const COMMANDS: readonly Command[] = [scoreCommand, validateCommand, badgeCommand, pullCommand, pushCommand]

const HELP = ['help', '--help', '-h']

/** Does what the words of a command line ask for, and leaves the exit code in the process. */
export async function fullscore(words: readonly string[]): Promise<void> {
  print(await answer(words), words.includes('--json'))
}

async function answer(words: readonly string[]): Promise<Outcome> {
  const [first, ...rest] = words
  if (first === '--version') return help(version)
  const asksForHelp = first === undefined || HELP.includes(first)
  const name = asksForHelp ? rest[0] : first
  if (name === undefined) return help(overview(COMMANDS))
  const command = COMMANDS.find((known) => known.name === name)
  if (command === undefined)
    return unusable(`${name} is not a command; there are ${COMMANDS.map((known) => known.name).join(', ')}.`)
  if (asksForHelp) return help(helpOf(command))
  const call = readCall(rest, command)
  if (!call.ok) return unusable(call.error)
  return call.value.switches.has('help') ? help(helpOf(command)) : command.run(call.value)
}

const help = (text: string): Outcome => ({ exit: EXIT.fine, output: { raw: `${text}\n` } })
