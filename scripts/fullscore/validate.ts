import type { Issue } from '@/lib/assessment/issues'
import { publishable } from '@/lib/assessment/missing'
import { scoreDraft } from '@/lib/assessment/score-draft'
import type { Call, Command } from '@/scripts/fullscore/command'
import { EXIT, type ExitCode } from '@/scripts/fullscore/exit-codes'
import { type Outcome, type Span, unusable } from '@/scripts/fullscore/outcome'
import { readDocument, readText } from '@/scripts/fullscore/read-text'
import { scoreSpan } from '@/scripts/fullscore/score-text'

export const validateCommand: Command = {
  name: 'validate',
  purpose: 'say if documents can be published, or why not',
  usage: [['fullscore validate FILE…', 'documents or .json twins of reports; - reads standard input']],
  flags: { draft: { about: 'ask only whether it can be saved as a draft, which may have gaps' } },
  notes: [
    'Works without a server. Every problem is named by its path in the document, such as factors.autonomy.value, with what to do about it.',
  ],
  examples: [
    { about: 'One document', lines: ['npx fullscore validate threat-model.json'] },
    { about: 'All of a folder, in a pipeline', lines: ['npx fullscore validate threat-models/*.json'] },
    {
      about: 'What is wrong, for a script',
      lines: ["npx fullscore validate agent.json --json | jq '.[].errors[].path'"],
    },
  ],
  run: runValidate,
}

/** What `--json` prints for each file. */
type Verdict = { readonly file: string; readonly valid: boolean; readonly errors: readonly Issue[] }

async function runValidate({ operands, switches }: Call): Promise<Outcome> {
  if (operands.length === 0) return unusable('Name a file: fullscore validate threat-model.json.')
  const judged: Judged[] = []
  // One after the other: the text comes in the order in which the files were named.
  for (const file of operands) judged.push(await judge(file, switches.has('draft')))
  const exits = judged.map(({ exit }) => exit)
  return {
    exit: exits.includes(EXIT.unusable) ? EXIT.unusable : exits.includes(EXIT.no) ? EXIT.no : EXIT.fine,
    output: {
      text: judged.flatMap(({ text }, index) => (index === 0 ? text : ['\n', ...text])),
      json: judged.map(({ verdict }) => verdict),
    },
  }
}

type Judged = { readonly exit: ExitCode; readonly verdict: Verdict; readonly text: readonly Span[] }

async function judge(file: string, asDraft: boolean): Promise<Judged> {
  const text = await readText(file)
  if (!text.ok) return refused(EXIT.unusable, file, text.error, [])
  const read = readDocument(file, text.value)
  if (!read.ok) return refused(EXIT.no, file, read.error.detail, read.error.errors)
  const done = asDraft ? read : publishable(read.value)
  if (!done.ok) return refused(EXIT.no, file, `${file} cannot be published yet.`, done.error)
  const score = scoreDraft(done.value)
  return {
    exit: EXIT.fine,
    verdict: { file, valid: true, errors: [] },
    text: [
      `${file}: `,
      { text: asDraft ? 'can be saved as a draft' : 'publishable', style: 'good' },
      ...(score ? [', ', scoreSpan(score)] : []),
    ],
  }
}

const refused = (exit: ExitCode, file: string, detail: string, errors: readonly Issue[]): Judged => ({
  exit,
  verdict: { file, valid: false, errors: errors.length > 0 ? errors : [{ path: '', message: detail }] },
  text: [
    { text: detail, style: 'bad' },
    ...errors.flatMap(({ path, message }): readonly Span[] => [
      '\n  ',
      { text: path, style: 'strong' },
      `: ${message}`,
    ]),
  ],
})
