import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDraft } from '@/lib/assessment/testing/drafts'
import { comparisonAnswerSchema } from '@/lib/compare/answer'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { type ComparisonView, compareAgents, DEFAULT_OPTIONS } from '@/lib/compare/comparison-view'
import { comparisonCsv } from '@/lib/compare/csv'
import { comparisonAnswer } from '@/lib/compare/json'
import { comparisonMarkdown } from '@/lib/compare/markdown'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'
import { COMPARISON_HEADINGS, messagesOf } from '@/lib/compare/wording'
import { cellsOf } from '@/lib/exchange/testing/csv'
import { tablesIn } from '@/lib/report/testing/tables'

const AGENTS = [
  publishedAgent('a', { base: 8, ratings: { memory: 0.29, toolUse: 1 } }),
  publishedAgent('b', { base: 9.1, formula: 'aivss-0.5', set: 'natural-language' }),
  publishedAgent('c', { layers: { L3: { certainty: 'uncertain', narrative: '# Not **known**\n\n- yet' } } }),
  draftAgent('d'),
]
const VIEW = compareAgents(AGENTS)

const rowsOf = (view: ComparisonView): readonly (readonly string[])[] =>
  comparisonCsv(view)
    .replace(/^\uFEFF/, '')
    .split(/(?<=\r\n)/)
    .map(cellsOf)

const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  'a | b',
  'a \\| b',
  '# title',
  '**bold** [x](javascript:alert(1))',
  '<script>alert(1)</script>',
  'a,"b"',
  '1. one',
]

const renamed = (agent: ComparedAgent, name: string): ComparedAgent => ({
  ...agent,
  name,
  document: { ...agent.document, vendor: name },
})

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' ')),
)

describe('the table for a spreadsheet', () => {
  test('has the figures of the view, a column for each agent', () => {
    const rows = rowsOf(VIEW)
    const row = (name: string) => rows.find(([first]) => first === name)?.slice(1)
    expect(rows[0]).toEqual(['', 'Agent a', 'Agent b', 'Agent c', 'Agent d (draft)', 'Spread'])
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([6]))
    expect(row('CVSS base')).toEqual(['8', '9.1', '5', '6.1', ''])
    expect(row('Mitigation factor')).toEqual(['1', 'None in AIVSS 0.5', '1', '1', ''])
    expect(row('Score')).toEqual([
      ...VIEW.agents.map(({ score }) => String(score?.value ?? 'No score yet')),
      '',
    ])
    expect(row('Score under AIVSS 0.5')).toEqual([
      ...(VIEW.otherStandings.at(-1)?.scores ?? []).map((score) => String(score?.value ?? 'No score yet')),
      '',
    ])
    expect(row('Persistent Memory')).toEqual(['0.29', '0.4', '0.4', 'Not rated yet', '0.11'])
    expect(row('Goal-Driven Planning')).toEqual(['0.4', 'Not in its set', '0.4', 'Not rated yet', '0'])
    expect(row('L3 Agent Frameworks: certainty')?.[2]).toBe('Not certain from the listing')
    expect(rows.filter(([first]) => first === 'Caution').map(([, caution]) => caution)).toEqual(VIEW.cautions)
  })

  test('runs nothing, whatever an agent is called', () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        const view = compareAgents([
          renamed(publishedAgent('a'), one),
          renamed(publishedAgent('b', { formula: 'aivss-0.5' }), other),
        ])
        const rows = rowsOf(view)
        expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([4]))
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

test('every form can be written of whatever an editor has saved so far', () => {
  const agents = fc
    .array(anyDraft, { minLength: 2, maxLength: 6 })
    .map((drafts) => drafts.map((document, place) => ({ ...draftAgent(`d${place}`), document })))
  fc.assert(
    fc.property(agents, fc.boolean(), (drafts, onlyDifferences) => {
      const view = compareAgents(drafts, { ...DEFAULT_OPTIONS, onlyDifferences })
      const answer = comparisonAnswer(view)
      expect(comparisonAnswerSchema.parse(answer)).toEqual(answer)
      for (const cells of rowsOf(view)) expect(cells).toHaveLength(drafts.length + 2)
      for (const rows of tablesIn(comparisonMarkdown(view))) expect(new Set(rows).size).toBe(1)
    }),
    { numRuns: 30 },
  )
})

test('every form says what a reader should know about a number, and what had to be taken for granted', () => {
  const view = compareAgents([
    publishedAgent('below', { base: 9.8, mitigation: 0.8 }),
    publishedAgent('capped', { base: 2, rating: 1, threat: 1.1 }),
    publishedAgent('assumed', { formula: 'aivss-0.5' }),
  ])
  const notices = view.agents.flatMap(messagesOf)
  expect(notices.length).toBeGreaterThan(3)
  const forms = [
    comparisonMarkdown(view).replaceAll('\\', ''),
    rowsOf(view).flat().join('\n'),
    JSON.stringify(comparisonAnswer(view)),
  ]
  for (const form of forms)
    for (const said of [...notices, 'AIVSS 0.5 asks for no mitigation, so M counts as 1.00 here.'])
      expect(form).toContain(said)
})

describe('the answer for programs', () => {
  const answer = comparisonAnswer(VIEW)

  test('is what its schema describes, with the figures of the view', () => {
    expect(comparisonAnswerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
    expect(answer.agents.map(({ score, severity }) => [score, severity])).toEqual(
      VIEW.agents.map(({ score }) => [score?.value ?? null, score?.severity ?? null]),
    )
    expect(answer.agents[1]).toMatchObject({
      cvssBase: 9.1,
      mitigationFactor: null,
      revision: 3,
      missing: [],
    })
    expect(answer.agents[3]).toMatchObject({ revision: null, day: '2026-05-02', aars: null })
    expect(answer.factors.find(({ id }) => id === 'memory')).toMatchObject({
      spread: 0.11,
      ratings: [{ agent: 'a', value: 0.29 }, { agent: 'b' }, { agent: 'c' }, { agent: 'd', value: null }],
    })
  })

  test('explains each pair in points that add up, in hundredths, and the reach of each agent with a score', () => {
    expect(answer.why).toHaveLength(3)
    for (const { parts, difference } of answer.why) {
      const hundredths = parts.reduce((sum, { points }) => sum + Math.round(points * 100), 0)
      expect(hundredths).toBe(Math.round(difference * 100))
    }
    expect(answer.reach.map(({ agent, limit }) => [agent, limit])).toEqual([
      ['a', 6.9],
      ['b', 6.9],
      ['c', 6.9],
    ])
  })
})

describe('the Markdown', () => {
  test('says all that the view says', () => {
    const markdown = comparisonMarkdown(VIEW)
    for (const caution of VIEW.cautions) expect(markdown).toContain(caution)
    for (const { priority } of VIEW.standing.groups) expect(markdown).toContain(priority)
    for (const { title, parts } of VIEW.whys) {
      expect(markdown).toContain(`### ${title}`)
      for (const { name, values } of parts) expect(markdown).toContain(`${name}: ${values}`)
    }
    for (const reach of VIEW.reach)
      for (const { text } of reach?.singles ?? []) expect(markdown).toContain(text)
    expect(markdown).toContain('| Dynamic Tool Use | **1.00** | 0.40 | 0.40 | Not rated yet | 0.60 |')
    expect(markdown).toContain('Agent d (draft) has no score yet.')
    expect(markdown).toContain('AIVSS 0.5 asks for no mitigation, so M counts as 1.00 here.')
  })

  test('goes in the order of the page: who comes first, scores, why, factors, layers, what would help', () => {
    const headings = comparisonMarkdown(VIEW).match(/^## .*/gm)
    expect(headings).toEqual([
      '## Priority under AIVSS 0.8',
      ...(['scores', 'why', 'factors', 'layers', 'reach'] as const).map(
        (part) => `## ${COMPARISON_HEADINGS[part]}`,
      ),
    ])
  })

  test('says what each change costs', () => {
    const markdown = comparisonMarkdown(VIEW)
    const singles = VIEW.reach.flatMap((reach) => reach?.singles ?? [])
    expect(singles.length).toBeGreaterThan(0)
    for (const { text, cost } of singles) expect(markdown).toContain(`- ${text}: −${(cost / 100).toFixed(2)}`)
  })

  test('says before a difference whom the severity calls equal', () => {
    const markdown = comparisonMarkdown(
      compareAgents([publishedAgent('a', { base: 8 }), publishedAgent('b')]),
    )
    const [priority, difference] = ['equal in priority', 'apart'].map((words) => markdown.indexOf(words))
    expect(priority).toBeGreaterThan(0)
    expect(difference).toBeGreaterThan(priority ?? 0)
  })

  test('leaves out what does not differ where the reader wishes, and says so', () => {
    const view = compareAgents(AGENTS.slice(0, 1).concat(publishedAgent('e')), {
      ...DEFAULT_OPTIONS,
      onlyDifferences: true,
    })
    const markdown = comparisonMarkdown(view)
    expect(markdown).toContain('8 factors are rated the same and left out.')
    expect(markdown).not.toContain('| Agent Identity')
  })

  test('keeps a narrative in its place: its heading is none of the comparison', () => {
    const headings = comparisonMarkdown(VIEW)
      .split('\n')
      .filter((line) => /^# /.test(line))
    expect(headings).toEqual(['# Agent a, Agent b, Agent c and Agent d (draft) side by side'])
  })

  test('has rows of equal length and no other heading or raw HTML, whatever an agent is called', () => {
    const plain = comparisonMarkdown(compareAgents([publishedAgent('a'), publishedAgent('b')]))
    const headingsOf = (markdown: string) => (markdown.match(/^#+ /gm) ?? []).length
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        const agents = [renamed(publishedAgent('a'), one), renamed(publishedAgent('b'), other)]
        const markdown = comparisonMarkdown(compareAgents(agents))
        for (const rows of tablesIn(markdown)) expect(new Set(rows).size).toBe(1)
        expect(tablesIn(markdown).map((rows) => rows.length)).toEqual(
          tablesIn(plain).map((rows) => rows.length),
        )
        expect(headingsOf(markdown)).toBe(headingsOf(plain))
        expect(markdown).not.toMatch(/(?<!\\)<[a-z]/i)
      }),
    )
  })
})
