import { badgeSvg } from '@/lib/report/badge'
import type { Call, Command } from '@/scripts/fullscore/command'
import { EXIT } from '@/scripts/fullscore/exit-codes'
import { type Outcome, unusable } from '@/scripts/fullscore/outcome'
import { harmless } from '@/scripts/fullscore/paint'
import { nameOf, openDocument } from '@/scripts/fullscore/read-text'
import { scoreOf } from '@/scripts/fullscore/score-document'
import { scoreSpan } from '@/scripts/fullscore/score-text'
import { writeText } from '@/scripts/fullscore/write-text'

export const badgeCommand: Command = {
  name: 'badge',
  purpose: 'draw the badge of a document as SVG',
  usage: [['fullscore badge FILE', 'of a document or the .json twin of a report; - reads standard input']],
  flags: { out: { value: 'FILE', about: 'write it there instead of to standard output' } },
  notes: [
    'Works without a server. The badge shows severity and score of this text; the badge of a listed agent, which its server draws, follows what is published.',
  ],
  examples: [
    { about: 'A picture for a README', lines: ['npx fullscore badge threat-model.json --out badge.svg'] },
    {
      about: 'Of what is published',
      lines: ['npx fullscore pull azure-mcp-server-mcp | npx fullscore badge - > badge.svg'],
    },
  ],
  run: runBadge,
}

async function runBadge({ operands, values }: Call): Promise<Outcome> {
  const [file, ...more] = operands
  if (file === undefined || more.length > 0)
    return unusable('Name one file: fullscore badge threat-model.json.')
  const draft = await openDocument(file)
  if (!draft.ok) return { exit: EXIT.unusable, complaint: draft.error }
  const name = draft.value.name ?? ''
  if (name === '')
    return unusable(`${nameOf(file)} names no agent, which a badge has to say.`, [
      { path: 'name', message: 'Give the agent a name.' },
    ])
  const scored = scoreOf(file, draft.value)
  if (!scored.ok) return { exit: EXIT.unusable, complaint: scored.error }
  const { score, severity } = scored.value
  const svg = badgeSvg({ name: harmless(name), score, severity, isOutdated: false })
  const { out } = values
  if (out === undefined)
    return { exit: EXIT.fine, output: { raw: `${svg}\n`, json: { score, severity, svg } } }
  const written = await writeText(out, `${svg}\n`)
  if (!written.ok) return unusable(written.error)
  const text = [`${out}: `, scoreSpan({ score, severity })]
  return { exit: EXIT.fine, output: { text, json: { file: out, score, severity } } }
}
