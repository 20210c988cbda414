import type { Command, Example, Flag } from '@/scripts/fullscore/command'
import { EXIT_TEXTS } from '@/scripts/fullscore/exit-codes'
import { COMMON_FLAGS } from '@/scripts/fullscore/read-call'
import { WIDTH, wrap } from '@/scripts/fullscore/wrap'

/** What there is, and where to go on. */
export const overview = (commands: readonly Command[]): string =>
  [
    'Fullscore: threat models of AI agents, scored with OWASP AIVSS.',
    section(
      'Commands',
      commands.map(({ name, purpose }) => row(`fullscore ${name}`, purpose)),
    ),
    exampleText({
      about: 'Begin here: a score with every step of its arithmetic, from the demo library',
      lines: ['npx fullscore pull azure-mcp-server-mcp | npx fullscore score -'],
    }),
    exampleText({
      about: 'In a pipeline: fail when the threat model in this repository gets too risky',
      lines: ['npx fullscore score threat-model.json --max 7.0'],
    }),
    'More on one: fullscore help COMMAND. Every command takes --json and --help.',
    exitCodes(),
  ].join('\n\n')

export const helpOf = ({ name, purpose, usage, flags, notes, examples }: Command): string =>
  [
    ...wrap(`fullscore ${name}: ${purpose}`),
    '',
    section(
      'Usage',
      usage.map(([call, meaning]) => row(call, meaning)),
    ),
    '',
    ...notes.flatMap((note) => [...wrap(note), '']),
    section(
      'Flags',
      Object.entries({ ...flags, ...COMMON_FLAGS }).map(([flag, about]) =>
        row(titleOf(flag, about), about.about),
      ),
    ),
    '',
    ...examples.flatMap((example) => [exampleText(example), '']),
    exitCodes(),
  ].join('\n')

const section = (title: string, lines: readonly string[]): string => [title, ...lines].join('\n')

const exampleText = ({ about, lines }: Example): string =>
  [...wrap(`${about}:`), ...lines.map((line) => `  ${line}`)].join('\n')

const exitCodes = (): string =>
  section(
    'Exit codes',
    Object.entries(EXIT_TEXTS).map(([code, text]) => `  ${code}  ${text}`),
  )

const titleOf = (name: string, { value, short }: Flag): string =>
  [short === undefined ? '' : `-${short}, `, `--${name}`, value === undefined ? '' : ` ${value}`].join('')

const COLUMN = 30

/** What to write on the left, what it is for on the right; below it where the left is too long. */
function row(left: string, right: string): string {
  const lines = wrap(right, WIDTH - COLUMN).map((line) => `${' '.repeat(COLUMN)}${line}`)
  const head = `  ${left}`
  const [first = '', ...rest] = lines
  if (head.length + 2 > COLUMN) return [head, ...lines].join('\n')
  return [`${head}${first.slice(head.length)}`, ...rest].join('\n')
}
