import { describe, expect, test } from 'vitest'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { scoreDraft } from '@/lib/assessment/score-draft'
import { compareAgents, DEFAULT_OPTIONS } from '@/lib/compare/comparison-view'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'

describe('what stands above the columns', () => {
  test('is the formula, C, F, AARS, T, M and the score of the report', () => {
    const [head] = compareAgents([
      publishedAgent('a', { base: 9.8, threat: 1.1, mitigation: 0.8, rating: 0.54 }),
      publishedAgent('b'),
    ]).agents
    expect(head).toMatchObject({
      source: { isDraft: false, number: 3, label: 'Revision 3, 1 May 2026' },
      formula: { title: 'AIVSS 0.8' },
      score: { value: 7.9, text: '7.9', severity: 'High' },
      missing: [],
    })
    expect(head?.figures.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'CVSS base 9.8',
      'Factor sum 5.40',
      'AARS 0.12',
      'Threat multiplier ×1.10',
      'Mitigation factor ×0.80',
    ])
    expect(head?.notices.length).toBeGreaterThan(0)
  })

  test('is marked as a draft, without a score and with what it lacks', () => {
    const { agents, standing } = compareAgents([publishedAgent('a'), draftAgent('b')])
    expect(agents[1]).toMatchObject({
      source: { isDraft: true, number: null, label: 'Draft, not published, saved 2 May 2026' },
      score: null,
    })
    expect(agents[1]?.missing).toHaveLength(9)
    expect(agents[1]?.missing).not.toContain('Autonomy of Action')
    expect(agents[1]?.figures.map(({ text }) => text)).toEqual([
      '6.1',
      'Not given yet',
      'Not given yet',
      '×0.97',
      '×1.00',
    ])
    expect(standing.scores[1]).toBeNull()
    expect(standing.groups.flatMap((group) => group.agents)).toEqual(['a'])
  })

  test('tells two agents of one name apart', () => {
    const { agents } = compareAgents([
      publishedAgent('a', {}, 'Pilot'),
      publishedAgent('b', {}, 'Pilot'),
      publishedAgent('c', {}, 'Other'),
    ])
    expect(agents.map(({ name }) => name)).toEqual(['Pilot (a)', 'Pilot (b)', 'Other'])
  })

  test('tells them apart also where a third has the name that the address would make', () => {
    const { agents } = compareAgents([
      publishedAgent('a', {}, 'Pilot'),
      publishedAgent('b', {}, 'Pilot'),
      publishedAgent('c', {}, 'Pilot (a)'),
    ])
    expect(new Set(agents.map(({ name }) => name)).size).toBe(3)
  })

  test('calls a draft one wherever it is named, also beside its own report', () => {
    const whole = publishedAgent('a', {}, 'Pilot')
    const draft = { ...whole, key: 'a:draft', source: draftAgent('a').source }
    const { agents, title, standing, whys, reach } = compareAgents([whole, draft])
    expect(agents.map(({ name }) => name)).toEqual(['Pilot', 'Pilot (draft)'])
    for (const words of [title, standing.groups[0]?.priority, whys[0]?.title, reach[1]?.lead])
      expect(words).toContain('Pilot (draft)')
  })

  test('is for two to six agents, none of them twice', () => {
    expect(() => compareAgents([publishedAgent('a')])).toThrow()
    expect(() => compareAgents([...'abcdefg'].map((key) => publishedAgent(key)))).toThrow()
    expect(() => compareAgents([publishedAgent('a'), publishedAgent('a')])).toThrow()
  })
})

describe('how they stand', () => {
  test('agents of one band are equal in priority, in the order they were chosen in, and no mean is taken', () => {
    const view = compareAgents([
      publishedAgent('a', { base: 5, rating: 0.4 }),
      publishedAgent('b', { base: 9.5 }),
      publishedAgent('c', { base: 7.5 }),
      publishedAgent('d', { base: 5.5, rating: 0.4 }),
    ])
    expect(view.standing.groups).toEqual([
      { severity: 'Critical', agents: ['b'], priority: 'Agent b is Critical.', difference: null },
      {
        severity: 'High',
        agents: ['a', 'c', 'd'],
        priority: 'Agent a, Agent c and Agent d are High: equal in priority.',
        difference: 'Within High they score from 7.0 to 8.5, 1.5 apart.',
      },
    ])
    expect(JSON.stringify(view)).not.toMatch(/\b(mean|average)\b/)
  })

  test('with one formula and one set there is nothing to caution about', () => {
    const { cautions, standing } = compareAgents([publishedAgent('a'), publishedAgent('b')])
    expect(cautions).toEqual([])
    expect(standing).toMatchObject({ formula: { id: 'aivss-0.8' }, isTheirOwn: true })
  })

  test('of different formulas they stand under a common one, which is named, and the reader is told', () => {
    const agents = [publishedAgent('a'), publishedAgent('b', { formula: 'aivss-0.5', base: 9 })]
    const { cautions, standing, otherStandings } = compareAgents(agents)
    expect(cautions).toEqual([
      'They are rated under different formulas (Agent a: AIVSS 0.8; Agent b: AIVSS 0.5). Scores of different formulas cannot be ranked; read them under one formula, which is named.',
    ])
    expect(standing).toMatchObject({ formula: { title: 'AIVSS 0.8' }, isTheirOwn: false })
    expect(standing.groups.map(({ priority }) => priority)).toEqual([
      'Agent b is Critical under AIVSS 0.8.',
      'Agent a is High under AIVSS 0.8.',
    ])
    expect(standing.scores.map((figure) => figure?.assumption)).toEqual([
      null,
      'AIVSS 0.5 asks for no mitigation, so M counts as 1.00 here.',
    ])
    expect([standing, ...otherStandings].map(({ formula }) => formula.id)).toEqual(FORMULA_IDS)
    for (const { formula, scores } of [standing, ...otherStandings]) {
      agents.forEach(({ document }, place) => {
        const score = scoreDraft(document)
        const expected = score?.formula === formula.id ? score.score : score?.others[formula.id]?.score
        expect(scores[place]?.value).toBe(expected)
      })
    }
    const under05 = compareAgents(agents, { ...DEFAULT_OPTIONS, formula: 'aivss-0.5' }).standing
    expect(under05.scores.map((figure) => figure?.assumption)).toEqual([null, null])
  })

  test('of different sets the reader is told what each of them rates', () => {
    const { cautions } = compareAgents([
      publishedAgent('a'),
      publishedAgent('b', { set: 'natural-language' }),
    ])
    expect(cautions).toHaveLength(1)
    expect(cautions[0]).toContain('Agent b: Natural Language Interface set')
  })
})

describe('the rows of the factors', () => {
  const ratings = { a: { memory: 0.9, toolUse: 0.5 }, b: { memory: 0.2, toolUse: 0.7 }, c: { memory: 0.9 } }
  const agents = [
    publishedAgent('a', { ratings: ratings.a }),
    publishedAgent('b', { ratings: ratings.b }),
    publishedAgent('c', { ratings: ratings.c }),
  ]

  test('mark every highest rating, and none where all are the same', () => {
    const rows = compareAgents(agents).factors
    const marked = (id: string) => rows.find((row) => row.id === id)?.cells.map(({ isHighest }) => isHighest)
    expect(rows).toHaveLength(10)
    expect(marked('memory')).toEqual([true, false, true])
    expect(marked('toolUse')).toEqual([false, true, false])
    expect(marked('opacity')).toEqual([false, false, false])
  })

  test('have an exact spread and are sorted by it when the reader wishes', () => {
    const { factors } = compareAgents(agents, { ...DEFAULT_OPTIONS, order: 'spread' })
    expect(factors.slice(0, 3).map(({ id, spread }) => [id, spread?.text])).toEqual([
      ['memory', '0.70'],
      ['toolUse', '0.30'],
      ['autonomy', '0.00'],
    ])
  })

  test('are left out and counted where nothing differs, when the reader wishes', () => {
    const view = compareAgents(agents, { ...DEFAULT_OPTIONS, onlyDifferences: true })
    expect(view.factors.map(({ id }) => id)).toEqual(['toolUse', 'memory'])
    expect(view.sameFactors).toBe(8)
  })

  test('are eleven on two sets, where two factors are not compared and still differ', () => {
    const { factors } = compareAgents(
      [publishedAgent('a'), publishedAgent('b', { set: 'natural-language' })],
      { ...DEFAULT_OPTIONS, order: 'spread' },
    )
    expect(factors).toHaveLength(11)
    expect(factors.slice(-2)).toMatchObject([
      {
        id: 'goalPlanning',
        spread: null,
        differs: true,
        cells: [{ text: '0.40' }, { text: 'Not in its set' }],
      },
      { id: 'language', spread: null, differs: true, cells: [{ text: 'Not in its set' }, { text: '0.40' }] },
    ])
  })

  test('say what a draft has not rated yet, and never take it for 0', () => {
    const { factors } = compareAgents([publishedAgent('a'), draftAgent('b')])
    const memory = factors.find(({ id }) => id === 'memory')
    expect(memory?.cells[1]).toMatchObject({ hundredths: null, text: 'Not rated yet', isHighest: false })
    expect(memory).toMatchObject({ spread: null, differs: true })
  })
})

test('the rows of the layers hold every narrative, and mark where the certainty differs', () => {
  const { layers } = compareAgents([
    publishedAgent('a'),
    publishedAgent('b', { layers: { L3: { certainty: 'uncertain', narrative: '**Unknown**' } } }),
    draftAgent('c'),
  ])
  expect(layers.filter(({ certaintyDiffers }) => certaintyDiffers).map(({ id }) => id)).toEqual(['L3'])
  expect(layers[2]?.cells).toEqual([
    { certainty: 'mapped', text: 'Mapped', narrative: 'What threatens L3.' },
    { certainty: 'uncertain', text: 'Not certain from the listing', narrative: '**Unknown**' },
    { certainty: null, text: 'Not said yet', narrative: null },
  ])
  const without = compareAgents([publishedAgent('a'), publishedAgent('b')]).layers
  expect(without.some(({ certaintyDiffers }) => certaintyDiffers)).toBe(false)
})
