import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACTOR_SETS, FACTORS } from '@/lib/aivss/factors'
import { draftSchema } from '@/lib/assessment/document'
import { readImport } from '@/lib/exchange/read-import'
import { REPORT_TEXT, reportTextWith } from '@/lib/exchange/testing/report-text'
import { LAYER_IDS, LAYERS } from '@/lib/maestro/layers'

const read = (text: string) => {
  const result = readImport(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The remarks of a text beyond those that every page without header figures has. */
const remarksOf = (text: string) =>
  read(text).remarks.filter(({ where }) => !['cvss', 'threatMultiplier', 'mitigationFactor'].includes(where))

const problemsOf = (text: string) => {
  const result = readImport(text)
  return result.ok ? [] : result.error
}

const ratingsOf = (text: string) =>
  Object.fromEntries(
    Object.entries(read(text).draft.factors ?? {}).map(([id, factor]) => [id, factor?.value]),
  )

const certaintiesOf = (text: string) => LAYER_IDS.map((id) => read(text).draft.layers?.[id]?.certainty)
const narrativesOf = (text: string) => LAYER_IDS.map((id) => read(text).draft.layers?.[id]?.narrative)

const RATINGS = {
  autonomy: 0.7,
  goalPlanning: 0.4,
  selfModification: 0,
  toolUse: 0.8,
  memory: 0.2,
  context: 0.5,
  identity: 0.6,
  multiAgent: 0.3,
  nonDeterminism: 0.45,
  opacity: 0.35,
}

const NARRATIVES = [
  'Nobody says which model reads the harbour log.',
  'Tide tables could be poisoned; nothing is said of an index.',
  'The booking tools take a berth number without a check.',
  'A key of the harbour office lies in the environment.',
  'There may be a log of bookings.',
  'One key opens every quay, so a mistake in one is a mistake in all.',
  'Other agents may call it, and a hostile one could empty the harbour.',
]

const CERTAINTIES = ['uncertain', 'uncertain', 'mapped', 'mapped', 'uncertain', 'mapped', 'mapped']

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

describe('the table', () => {
  test('keeps a rationale in the third cell, with its pipes', () => {
    const { draft } = read(
      reportTextWith({ 4: '| Autonomy of Action | 0.70 | It acts alone \\| at night | and by day |' }),
    )
    expect(draft.factors?.autonomy).toEqual({
      value: 0.7,
      rationale: 'It acts alone | at night | and by day',
    })
  })

  test('may use the names of the 0.8 paper, which rates language instead of planning', () => {
    const text = reportTextWith({
      4: '| Execution Autonomy | 0.70 | |',
      5: '| Natural Language Interface | 0.40 | |',
      7: '| external tool control surface | 0.80',
      8: '| State Retention | 0.20 | |',
    })
    expect(read(text).draft.factorSet).toBe('natural-language')
    const { goalPlanning: language, ...shared } = RATINGS
    expect(ratingsOf(text)).toEqual({ ...shared, language })
    expect(remarksOf(text)).toEqual([])
  })

  test('tells the set by those names alone where the tenth row is missing', () => {
    const text = reportTextWith({ 5: '', 8: '| State Retention | 0.20 | |' })
    expect(read(text).draft.factorSet).toBe('natural-language')
    expect(remarksOf(text)).toEqual([
      {
        where: 'factors.language.value',
        message: expect.stringContaining('Natural Language Interface was not found'),
      },
    ])
  })

  test('with eleven rows keeps one set, and says which row it left', () => {
    const text = reportTextWith({ 3: 'OWASP AIVSS score rationale\n| Natural Language Interface | 0.9 |' })
    expect(read(text).draft.factorSet).toBe('goal-planning')
    expect(ratingsOf(text)).toEqual(RATINGS)
    expect(remarksOf(text)).toEqual([
      { where: 'line 4', message: expect.stringContaining('not in the factor set goal-planning') },
    ])
  })

  test.each([
    ['| Autonomy of Action | 1.20 | |', 'from 0 to 1'],
    ['| Autonomy of Action | -0.20 | |', 'from 0 to 1'],
    ['| Autonomy of Action | 0.755 | |', 'at most two decimals'],
    ['| Autonomy of Action | high | |', 'no number'],
    ['| Autonomy of Action | 70% | |', 'no number'],
    ['| Autonomy of Action | | |', 'no rating'],
    ['Autonomy of Action', 'no rating'],
  ])('%s leaves the factor unrated and says why', (row, words) => {
    const text = reportTextWith({ 4: row })
    const { autonomy: _, ...others } = RATINGS
    expect(ratingsOf(text)).toEqual(others)
    expect(remarksOf(text)).toEqual([{ where: 'line 4', message: expect.stringContaining(words) }])
  })

  test('says which row it does not know and which it misses', () => {
    const text = reportTextWith({ 9: '| Seaworthiness | 0.50 | |' })
    expect(remarksOf(text)).toEqual([
      {
        where: 'line 9',
        message:
          '“| Seaworthiness | 0.50 | |” names no factor and was not read; correct the name, or add it by hand.',
      },
      {
        where: 'factors.context.value',
        message: 'Contextual Awareness was not found in the table; rate it from 0 to 1.',
      },
    ])
  })

  test('takes the first of two rows for a factor, and says so where they differ', () => {
    const twice = (value: string) =>
      reportTextWith({ 5: `| Goal-Driven Planning | 0.40 |\n| Goal-Driven Planning | ${value} |` })
    expect(remarksOf(twice('0.4'))).toEqual([])
    expect(ratingsOf(twice('0.9'))).toEqual(RATINGS)
    expect(remarksOf(twice('0.9'))).toEqual([
      { where: 'line 6', message: expect.stringContaining('a second time; line 5 was taken') },
    ])
  })
})

describe('the layers', () => {
  const named = (prefix: (index: number) => string): string =>
    reportTextWith(
      Object.fromEntries(NARRATIVES.map((narrative, index) => [17 + index, prefix(index) + narrative])),
    )

  const nameAt = (index: number) => LAYERS[index]?.name ?? ''

  test.each([
    ['an id', (index: number) => `L${index + 1}: `],
    ['a name', (index: number) => `${nameAt(index)} — `],
    ['both', (index: number) => `L${index + 1} ${nameAt(index)}: `],
    [
      'a number and the name in capitals',
      (index: number) => `Layer ${index + 1} – ${nameAt(index).toUpperCase()} – `,
    ],
    ['a heading above', (index: number) => `### ${index + 1}. ${nameAt(index)}\n`],
    ['id and name on lines of their own', (index: number) => `L${index + 1}\n${nameAt(index)}\n`],
  ])('may begin with %s', (_, prefix) => {
    const text = named(prefix)
    expect(narrativesOf(text)).toEqual(NARRATIVES)
    expect(remarksOf(text)).toEqual([])
  })

  test('belong to the layer that they name, in whatever order they stand', () => {
    const text = reportTextWith({
      17: `L2: ${NARRATIVES[1]}`,
      18: `L1: ${NARRATIVES[0]}`,
      19: `L3: ${NARRATIVES[2]}`,
    })
    expect(narrativesOf(text)).toEqual(NARRATIVES)
  })

  test('keep a sentence that only begins like a name', () => {
    const text = reportTextWith({ 19: 'Agent frameworks are in use here: two of them.' })
    expect(narrativesOf(text)[2]).toBe('Agent frameworks are in use here: two of them.')
  })

  test.each([
    'Not certain from the listing — L5: text',
    'L5 — Not certain from the listing — text',
    '**Not certain from the listing —** text',
    '*Not certain from listing*: text',
    '[NOT CERTAIN FROM THE LISTING] text',
    'Not certain from the listing –text',
  ])('%j is uncertain', (paragraph) => {
    const text = reportTextWith({ 21: paragraph })
    expect(read(text).draft.layers?.L5).toEqual({ certainty: 'uncertain', narrative: 'text' })
  })

  test('may have the mark on a line of its own', () => {
    const text = named((index) => `L${index + 1}\n${index === 3 ? 'Not certain from the listing\n' : ''}`)
    expect(narrativesOf(text)).toEqual(NARRATIVES)
    expect(certaintiesOf(text).filter((certainty) => certainty === 'uncertain')).toHaveLength(1)
    expect(read(text).draft.layers?.L4?.certainty).toBe('uncertain')
  })

  test('keep a sentence that only begins like the mark', () => {
    const sentence = 'Not certain from the listing is whether it logs.'
    expect(read(reportTextWith({ 21: sentence })).draft.layers?.L5).toEqual({
      certainty: 'mapped',
      narrative: sentence,
    })
  })

  test('may have line breaks in them where blank lines stand between them', () => {
    const wrapped = NARRATIVES.map((narrative) => narrative.replace(' ', '\n'))
    const text = reportTextWith({
      ...Object.fromEntries(wrapped.map((narrative, index) => [17 + index, `${narrative}\n`])),
      16: '',
    })
    expect(narrativesOf(text)).toEqual(wrapped)
  })

  test('keep several paragraphs below a heading together', () => {
    const text = named((index) => `L${index + 1} ${nameAt(index)}\n`).replace(
      'booking tools',
      'booking tools.\nThey',
    )
    expect(narrativesOf(text)[2]).toBe('The booking tools.\n\nThey take a berth number without a check.')
  })

  test('that are too few are named', () => {
    const text = reportTextWith({ 22: '', 23: '' })
    expect(remarksOf(text)).toEqual([
      {
        where: 'layers.L6.narrative',
        message: 'No paragraph was left for L6 Security & Compliance; write its narrative.',
      },
      {
        where: 'layers.L7.narrative',
        message: 'No paragraph was left for L7 Agent Ecosystem; write its narrative.',
      },
    ])
  })

  test('that are too many are named by line', () => {
    const text = reportTextWith({ 23: `${NARRATIVES[6]}\nAn eighth.` })
    expect(narrativesOf(text)).toEqual(NARRATIVES)
    expect(remarksOf(text)).toEqual([
      { where: 'line 24', message: expect.stringContaining('“An eighth.” stands behind the seventh layer') },
    ])
  })

  test('that are too long stay out, with the reason', () => {
    const text = reportTextWith({ 19: 'berth '.repeat(4_000) })
    expect(read(text).draft.layers?.L3).toEqual({ certainty: 'mapped' })
    expect(remarksOf(text)).toEqual([
      { where: 'line 19', message: expect.stringContaining('the limit is 20,000') },
    ])
  })
})

describe('the head', () => {
  const withFigures = (lines: string) => reportTextWith({ 2: `${lines}\nThis server books berths.` })
  const figuresOf = (lines: string) => {
    const { cvss, threatMultiplier, mitigationFactor } = read(withFigures(lines)).draft
    return [cvss, threatMultiplier?.value, mitigationFactor?.value]
  }

  test.each([
    'CVSS 9.1 · T 1.1 · M 0.83 · AIVSS 7.9 High',
    'CVSS base 9.1 · Factor sum 4.3 · AARS 0.43 · Threat ×1.1 · Mitigation ×0.83',
    'CVSS v4.0 base score: 9.1 / 10\nThreat multiplier: 1.10\nMitigation factor = 0,83',
    'CVSS Base\n9.1\nThreat multiplier\n1.1\nMitigation factor\n0.83',
    '| CVSS base | 9.1 |\n| T | 1.1 |\n| M | 0.83 |',
    'C = 9.1, T = 1.1, M = 0.83, score 7.9 (High)',
  ])('%j gives C, T and M', (lines) => {
    expect(figuresOf(lines)).toEqual([{ base: 9.1 }, 1.1, 0.83])
    expect(read(withFigures(lines)).draft.summary).toBe('This server books berths.')
    expect(read(withFigures(lines)).remarks).toEqual([])
  })

  test('gives the rationale of a figure in a row', () => {
    expect(figuresOf('| CVSS base | 9.1 | Reachable from the quay. |')[0]).toEqual({
      base: 9.1,
      rationale: 'Reachable from the quay.',
    })
  })

  test('gives a vector rather than the base that follows from it', () => {
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
    expect(figuresOf(`CVSS 9.8 · ${vector}`)[0]).toEqual({ vector })
    expect(figuresOf(`Vector: ${vector}`)[0]).toEqual({ vector })
    expect(figuresOf(`CVSS 9.1 · ${vector}`)[0]).toBeUndefined()
  })

  test.each([
    ['CVSS 4.0', 'may be the version'],
    ['CVSS 9.1\nCVSS base 9.8', 'says 9.8 where line 2 says 9.1'],
    ['CVSS 11', 'from 0 to 10'],
    ['CVSS 9.15', 'one decimal'],
    ['CVSS:3.1/AV:N', 'The vector lacks'],
    ['9.1', 'a number without a name'],
    ['9.1 / 10 · High', 'a number without a name'],
  ])('%j is not taken for C, and the reason is said', (lines, words) => {
    expect(figuresOf(lines)[0]).toBeUndefined()
    expect(read(withFigures(lines)).remarks[0]).toEqual({
      where: expect.stringMatching(/^line [23]$/),
      message: expect.stringContaining(words),
    })
  })

  test('does not mistake a sentence with figures for a line of figures', () => {
    const sentence = 'With a CVSS base of 9.1, it is not to be trusted.'
    expect(read(reportTextWith({ 2: sentence })).draft.summary).toBe(sentence)
  })

  test('prints a score that is compared and never taken', () => {
    const figures = 'CVSS 9.1 · T 1.1 · M 0.83'
    expect(read(withFigures(`${figures} · AIVSS 7.9`)).remarks).toEqual([])
    expect(read(withFigures(`${figures} · AIVSS 9.9`)).remarks).toEqual([
      { where: 'line 2', message: expect.stringContaining('prints 9.9, but what was read scores 7.9 under') },
    ])
    expect(read(withFigures('AIVSS 9.9')).remarks[0]?.message).toContain('was not compared')
  })

  test('without a title or a summary says so', () => {
    expect(remarksOf(reportTextWith({ 1: '', 2: '' })).map(({ where }) => where)).toEqual(['name', 'summary'])
    expect(read(reportTextWith({ 1: '' })).draft.summary).toContain('books berths')
  })

  test('says what stands above the title and behind the summary', () => {
    expect(remarksOf(`Menu\n${reportTextWith({ 2: 'A summary.\n\nShare this page' })}`)).toEqual([
      { where: 'line 1', message: '“Menu” stands above the title and was not read.' },
      { where: 'line 5', message: expect.stringContaining('“Share this page” stands behind the summary') },
    ])
  })

  test('may be too long for its fields', () => {
    const text = reportTextWith({
      1: `${'berth '.repeat(40)}— agentic threat model`,
      2: 'berth '.repeat(400),
    })
    expect(read(text).draft).not.toHaveProperty('name')
    expect(read(text).draft).not.toHaveProperty('summary')
    expect(remarksOf(text).map(({ where }) => where)).toEqual(['line 1', 'line 2'])
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
