import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACTOR_SETS, FACTORS } from '@/lib/aivss/factors'
import { draftSchema } from '@/lib/assessment/document'
import { readImport } from '@/lib/exchange/read-import'
import { figuresOn } from '@/lib/exchange/report-figures'
import { certaintiesOf, narrativesOf, ratingsOf, read, remarksOf } from '@/lib/exchange/testing/reading'
import {
  CERTAINTIES,
  NARRATIVES,
  RATINGS,
  REPORT_TEXT,
  reportTextWith,
} from '@/lib/exchange/testing/report-text'

const problemsOf = (text: string) => {
  const result = readImport(text)
  return result.ok ? [] : result.error
}

describe('a whole page', () => {
  test('is read to the last word', () => {
    const { draft, form, remarks } = read(REPORT_TEXT)
    expect(form).toBe('report-text')
    expect(draft).toMatchObject({
      schemaVersion: 1,
      name: 'Harbour Pilot Server',
      summary: 'This server books berths for ships and may cancel those of others.',
      formula: 'aivss-0.8',
      factorSet: 'goal-planning',
    })
    expect(ratingsOf(REPORT_TEXT)).toEqual(RATINGS)
    expect(narrativesOf(REPORT_TEXT)).toEqual(NARRATIVES)
    expect(certaintiesOf(REPORT_TEXT)).toEqual(CERTAINTIES)
    expect(remarks.map(({ where }) => where)).toEqual(['cvss', 'threatMultiplier', 'mitigationFactor'])
  })

  test.each([
    ['Windows line ends', REPORT_TEXT.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', REPORT_TEXT.replaceAll('\n', '\r')],
    ['a byte order mark', `\u{FEFF}${REPORT_TEXT}`],
    [
      'no-break spaces',
      REPORT_TEXT.replace('— agentic threat', '—\u00A0agentic\u00A0threat')
        .replaceAll('Not certain from', 'Not\u00A0certain from')
        .replaceAll('| 0.', '|\u00A00.'),
    ],
    ['spaces at the ends of lines', REPORT_TEXT.replaceAll('\n', ' \t \n')],
    ['blank lines between all lines', REPORT_TEXT.replaceAll('\n', '\n\n')],
    ['short dashes', REPORT_TEXT.replaceAll('—', '–')],
    ['hyphens', REPORT_TEXT.replaceAll('—', '-')],
    ['tabs for pipes', REPORT_TEXT.replace(/^\| (.*?) \| (.*?) \|.*$/gm, '$1\t$2')],
    ['neither tabs nor pipes', REPORT_TEXT.replace(/^\| (.*?) \| (.*?) \|.*$/gm, '$1 $2')],
    ['each cell on a line', REPORT_TEXT.replace(/^\| (.*?) \| (.*?) \|.*$/gm, '$1\n$2')],
    ['names in capitals', REPORT_TEXT.replace(/^\|.*$/gm, (row) => row.toUpperCase())],
    ['decimal commas', REPORT_TEXT.replaceAll('| 0.', '| 0,')],
    [
      'a head above the table',
      REPORT_TEXT.replace('| Auto', '| Factor | Rating | Why |\n|---|:-:|---|\n| Auto'),
    ],
    ['a link back above the title', `← Harbour Pilot Server\n${REPORT_TEXT}`],
    ['no MAESTRO heading', reportTextWith({ 15: '' })],
    ['no heading above the table', reportTextWith({ 3: '' })],
    ['no closing line', reportTextWith({ 24: '' })],
    ['no legend', reportTextWith({ 16: '' })],
    [
      'Markdown headings',
      reportTextWith({
        1: '# Harbour Pilot Server — agentic threat model',
        15: '## MAESTRO 7-layer threat model',
      }),
    ],
  ])('is read the same with %s', (_, text) => {
    expect(read(text)).toEqual(read(REPORT_TEXT))
  })

  test('gives rise to a document that lacks CVSS alone', () => {
    const { draft } = read(REPORT_TEXT)
    expect(draftSchema.safeParse(draft).success).toBe(true)
    expect(draft.cvss).toBeUndefined()
  })
})

describe('around the report', () => {
  test('what stands behind its end is named, and another report is not mixed in', () => {
    const other = REPORT_TEXT.replaceAll('Harbour', 'Airport')
    expect(remarksOf(`${REPORT_TEXT}\nImprint\n${other}`)).toEqual([
      { where: 'line 25', message: '“Imprint” stands behind the end of the report and was not read.' },
      { where: 'line 26', message: expect.stringContaining('begins another report') },
    ])
    expect(read(`${REPORT_TEXT}\n${other}`).draft).toEqual(read(REPORT_TEXT).draft)
  })

  test.each([
    ['\u0000', 'U+0000'],
    ['\u202E', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u001B', 'U+001B'],
    ['\uD800', 'U+D800'],
  ])('a line with %j is refused by its number', (character, name) => {
    expect(problemsOf(reportTextWith({ 20: `A key${character} lies there.` }))).toEqual([
      { where: 'line 20', message: expect.stringContaining(name) },
    ])
  })

  test.each(['Hello.', 'One\nTwo\nThree', '[1, 2]', 'name: Harbour\nsummary: text'])(
    '%j is no report',
    (text) => {
      expect(problemsOf(text)).toEqual([{ where: 'the text', message: expect.stringContaining('neither') }])
    },
  )

  test('a text of more lines than any report has is refused', () => {
    expect(problemsOf(`${REPORT_TEXT}\n${'x\n'.repeat(20_000)}`)).toEqual([
      { where: 'the text', message: expect.stringContaining('the limit is 20,000') },
    ])
  })

  test('a text longer than any report is refused', () => {
    expect(problemsOf(`${REPORT_TEXT}\n${'x'.repeat(1_000_000)}`)).toEqual([
      { where: 'the text', message: expect.stringContaining('the limit is 1,000,000') },
    ])
  })

  test.each([':', ' ', ': ', ' 1'])(
    'lines of %j, made to be tried in every way, are read to their end',
    (mark) => {
      const line = { number: 1, text: `a${mark.repeat(298 / mark.length)}b` }
      for (let lines = 0; lines < 20_000; lines++) expect(figuresOn(line)).toBeNull()
    },
  )

  test('more remarks than anybody reads end in their number', () => {
    const { remarks } = read(`${REPORT_TEXT}\n${'Imprint\n'.repeat(5_000)}`)
    expect(remarks).toHaveLength(101)
    expect(remarks.at(-1)).toMatchObject({ where: 'the text', message: expect.stringContaining('4903 more') })
  })
})

describe('whatever the lines', () => {
  const line = fc.oneof(
    fc.constantFrom(...REPORT_TEXT.split('\n')),
    fc.constantFrom(
      '',
      ' ',
      '|',
      '||',
      '|-|',
      '\t',
      '0.5',
      '—',
      'Not certain from the listing',
      'L3',
      'L3:',
      '| T | 9 |',
      'CVSS 9.1',
      'CVSS:3.1/',
      'AIVSS 9',
      'MAESTRO — framework',
      '# MAESTRO layers',
      '| Natural Language Interface | 1 |',
      '| Opacity & Reflexivity | 0.5 | ',
    ),
    fc.constantFrom(...Object.values(FACTORS).flatMap(({ name, name08 = name }) => [name, name08])),
    fc.string({ unit: 'binary' }),
    fc.string(),
  )

  test('there is a valid draft or a list of problems, and never an exception', () => {
    const soup = fc
      .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n'))
      .map(([lines, end]) => lines.join(end))
    fc.assert(
      fc.property(soup, (text) => {
        const result = readImport(text)
        const said = result.ok ? result.value.remarks : result.error
        expect(said.every(({ where, message }) => where !== '' && message !== '')).toBe(true)
        if (result.ok) expect(draftSchema.parse(result.value.draft)).toEqual(result.value.draft)
        else expect(said).not.toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('a page that was written from ratings and paragraphs reads back as them', () => {
    const words = fc
      .array(fc.constantFrom('berth', 'tide', 'é', '船', '😀', '0.5', 'a—b', '“x”'), { minLength: 1 })
      .map((l) => `So ${l.join(' ')}.`)
    const page = fc.record({
      name: words,
      summary: words,
      set: fc.constantFrom(...Object.values(FACTOR_SETS)),
      ratings: fc.array(fc.nat(100), { minLength: 10, maxLength: 10 }),
      layers: fc.array(fc.tuple(fc.boolean(), words), { minLength: 7, maxLength: 7 }),
    })
    fc.assert(
      fc.property(page, ({ name, summary, set, ratings, layers }) => {
        const text = [
          `${name} — agentic threat model`,
          summary,
          'OWASP AIVSS score rationale',
          ...set.factors.map(
            (id, index) => `| ${FACTORS[id].name} | ${((ratings[index] ?? 0) / 100).toFixed(2)} | |`,
          ),
          'MAESTRO 7-layer threat model',
          ...layers.map(([isUncertain, narrative]) =>
            isUncertain ? `Not certain from the listing — ${narrative}` : narrative,
          ),
        ].join('\n')
        const { draft } = read(text)
        expect(draft).toEqual({
          schemaVersion: 1,
          formula: 'aivss-0.8',
          name,
          summary,
          factorSet: set.id,
          factors: Object.fromEntries(
            set.factors.map((id, index) => [id, { value: (ratings[index] ?? 0) / 100 }]),
          ),
          layers: Object.fromEntries(
            layers.map(([isUncertain, narrative], index) => [
              `L${index + 1}`,
              { certainty: isUncertain ? 'uncertain' : 'mapped', narrative },
            ]),
          ),
        })
      }),
      { numRuns: 200 },
    )
  })
})
