import type { Score } from '@/lib/aivss/score'
import { score } from '@/lib/aivss/score'
import { parseVector, VECTOR_PREFIX } from '@/lib/aivss/vector'
import { err, ok, type Result } from '@/lib/base/result'
import { parseCvss } from '@/lib/cvss/cvss'
import { numberIn } from '@/lib/forms/number'
import type { Call, Command } from '@/scripts/fullscore/command'
import { EXIT } from '@/scripts/fullscore/exit-codes'
import { type Complaint, complaint, type Outcome, unusable } from '@/scripts/fullscore/outcome'
import { openDocument } from '@/scripts/fullscore/read-text'
import { scoreOf } from '@/scripts/fullscore/score-document'
import { SCORE_FLAGS, scoreFlags } from '@/scripts/fullscore/score-flags'
import { scoreText } from '@/scripts/fullscore/score-text'

export const scoreCommand: Command = {
  name: 'score',
  purpose: 'compute a score, and show every step of it',
  usage: [
    ['fullscore score FILE', 'of a document or the .json twin of a report; - reads standard input'],
    [`fullscore score ${VECTOR_PREFIX}/…`, 'of a vector as score prints it'],
    ['fullscore score FLAGS', 'of figures: CVSS and ten factors'],
  ],
  flags: {
    max: { value: 'NUMBER', about: 'exit with 1 when the score is greater' },
    ...SCORE_FLAGS,
  },
  notes: [
    'Works without a server. Give nine factors and either --goal-planning or --language as the tenth. A missing one is named, never taken as 0.',
    'With --json it prints exactly what POST /api/v1/score answers.',
  ],
  examples: [
    {
      about: 'Figures by hand',
      lines: [
        'npx fullscore score --base 9.1 -T 1.1 -M 1 --autonomy 0.8 \\',
        '  --goal-planning 0.6 --self-modification 0 --tool-use 0.9 --memory 0.1 \\',
        '  --context 0.4 --identity 0.5 --multi-agent 0.3 --non-determinism 0.5 \\',
        '  --opacity 0.4',
      ],
    },
    {
      about: 'A step of a pipeline, which fails above 7.0 and shows why',
      lines: ['npx fullscore score threat-model.json --max 7.0'],
    },
    {
      about: 'The score alone, for a script',
      lines: ['npx fullscore score threat-model.json --json | jq .score'],
    },
  ],
  run: runScore,
}

async function runScore(call: Call): Promise<Outcome> {
  const { max: maxText, ...figures } = call.values
  const max = maxText === undefined ? undefined : numberIn(maxText)
  if (maxText !== undefined && (typeof max !== 'number' || max < 0 || max > 10))
    return unusable(`--max is “${maxText}”: write a number from 0 to 10, such as 7.0.`)
  const computed = await compute(call.operands, figures)
  if (!computed.ok) return { exit: EXIT.unusable, complaint: computed.error }
  const result = computed.value
  const output = { text: scoreText(result), json: result }
  if (typeof max !== 'number' || result.score <= max) return { exit: EXIT.fine, output }
  const detail = `The score ${result.score.toFixed(1)} is above the greatest that is allowed here, ${maxText}.`
  return { exit: EXIT.no, output, complaint: complaint(detail) }
}

async function compute(
  operands: Call['operands'],
  figures: Call['values'],
): Promise<Result<Score, Complaint>> {
  const [operand, ...more] = operands
  const given = Object.keys(figures)
  if (operand === undefined && given.length === 0)
    return err(complaint('Name a file, or give figures: fullscore help score shows how.'))
  if (operand === undefined) return scoreFlags(figures)
  if (more.length > 0) return err(complaint(`${more[0]} is one too many: score takes one file at a time.`))
  if (given.length > 0) {
    const flags = given.map((name) => `--${name}`).join(', ')
    return err(complaint(`${operand} brings its own figures; leave out ${flags}, or the file.`))
  }
  return operand.startsWith(VECTOR_PREFIX.replace(/\d+$/, '')) ? scoreVector(operand) : scoreFile(operand)
}

function scoreVector(text: string): Result<Score, Complaint> {
  const input = parseVector(text, parseCvss)
  return input.ok ? ok(score(input.value)) : err(complaint(`The vector cannot be read. ${input.error}`))
}

async function scoreFile(file: string): Promise<Result<Score, Complaint>> {
  const draft = await openDocument(file)
  return draft.ok ? scoreOf(file, draft.value) : draft
}
