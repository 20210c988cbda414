import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { compareAgents } from '@/lib/compare/comparison-view'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'
import { whyWorse } from '@/lib/compare/why'

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 100)

const anyAgent = (key: string) =>
  fc
    .record({
      formula: fc.constantFrom(...FORMULA_IDS),
      set: fc.constantFrom('goal-planning' as const, 'natural-language' as const),
      base: fc.nat(100).map((tenths) => tenths / 10),
      threat: hundredths(50, 150),
      mitigation: hundredths(0, 100),
      rating: hundredths(0, 100),
      memory: hundredths(0, 100),
    })
    .map(({ memory, ...rated }) => publishedAgent(key, { ...rated, ratings: { memory } }))

const anyPair = fc.tuple(anyAgent('a'), anyAgent('b'), fc.constantFrom(...FORMULA_IDS))

describe('why one scores more than another', () => {
  test('names the parts by size, which add up to the difference as they stand there', () => {
    const high = publishedAgent('a', { base: 8, ratings: { memory: 0.9, toolUse: 0.1 } })
    const low = publishedAgent('b', { base: 5, threat: 0.97 })
    const why = whyWorse(high, low, 'aivss-0.8')
    expect(why).toMatchObject({
      title: 'Why Agent a scores 1.9 more than Agent b',
      priority: 'Agent a is High, Agent b is Medium.',
      total: { hundredths: 190, text: '+1.9' },
      of: { score: { text: '8.8' } },
      than: { score: { text: '6.9' } },
    })
    expect(why?.parts.map(({ name, values, text }) => `${name}, ${values}: ${text}`)).toEqual([
      'CVSS base, 8.0 against 5.0: +1.79',
      'Persistent Memory, 0.90 against 0.40: +0.17',
      'Dynamic Tool Use, 0.10 against 0.40: −0.10',
      'Threat multiplier, 1.00 against 0.97: +0.04',
      'Rounding and cap, scores are shown with one decimal and end at 10.0: 0.00',
    ])
    expect(why?.same).toContain('Mitigation factor')
    expect(why?.same).not.toContain('CVSS base')
  })

  test('adds up in the hundredths that are shown, whatever is compared', () => {
    fc.assert(
      fc.property(anyPair, ([a, b, formula]) => {
        const why = whyWorse(a, b, formula)
        const sum = why?.parts.reduce((all, part) => all + part.hundredths, 0)
        expect(sum).toBe(why?.total.hundredths)
        const tenths = Math.round(((why?.of.score.value ?? 0) - (why?.than.score.value ?? 0)) * 10)
        expect(why?.total.hundredths).toBe(tenths * 10)
        const sizes = why?.parts.slice(0, -1).map((part) => Math.abs(part.hundredths)) ?? []
        // Two parts of almost one size may be rounded past each other.
        sizes.forEach((size, place) => {
          expect(size).toBeGreaterThanOrEqual((sizes[place + 1] ?? 0) - 1)
        })
      }),
    )
  })

  test('is the same with the other sign the other way round', () => {
    fc.assert(
      fc.property(anyPair, ([a, b, formula]) => {
        const [there, back] = [whyWorse(a, b, formula), whyWorse(b, a, formula)]
        const amounts = there?.parts.map(({ id, hundredths }) => [id, hundredths])
        expect(back?.parts.map(({ id, hundredths }) => [id, 0 - hundredths])).toEqual(
          amounts?.map(([id, amount]) => [id, Number(amount) + 0]),
        )
      }),
    )
  })

  test('counts a factor of one set and its counterpart in the other as two inputs', () => {
    const why = whyWorse(
      publishedAgent('a', { ratings: { goalPlanning: 0.8 } }),
      publishedAgent('b', { set: 'natural-language', ratings: { language: 0.2 } }),
      'aivss-0.8',
    )
    expect(why?.parts.map(({ id, values }) => [id, values])).toEqual([
      ['goalPlanning', '0.80 against not in its set'],
      ['language', 'not in its set against 0.20'],
      ['roundingAndCap', expect.anything()],
    ])
  })

  test('of one severity says first that they are equal in priority', () => {
    const why = whyWorse(publishedAgent('a', { base: 8 }), publishedAgent('b', { base: 7.5 }), 'aivss-0.8')
    expect(why?.priority).toBe('Agent a and Agent b are both High: equal in priority.')
  })

  test('names the formula in every sentence where it is not the one that both are rated under', () => {
    const [a, b] = [publishedAgent('a', { base: 8 }), publishedAgent('b', { formula: 'aivss-0.5' })]
    expect(whyWorse(a, b, 'aivss-0.8')).toMatchObject({
      title: 'Why Agent a scores 1.8 more than Agent b under AIVSS 0.8',
      priority: 'Agent a and Agent b are both High under AIVSS 0.8: equal in priority.',
    })
  })

  test('has nothing to say of a draft without a score', () => {
    expect(whyWorse(publishedAgent('a'), draftAgent('b'), 'aivss-0.8')).toBeNull()
  })
})

test('a comparison explains every pair under the formula it stands under, from the worse of the two', () => {
  const agents = [
    publishedAgent('a', { base: 2 }),
    draftAgent('b'),
    publishedAgent('c', { base: 9, formula: 'aivss-0.5' }),
    publishedAgent('d', { base: 5 }),
  ]
  const { whys, standing } = compareAgents(agents)
  expect(whys.map(({ of, than }) => `${of.key} over ${than.key}`)).toEqual([
    'c over a',
    'd over a',
    'c over d',
  ])
  expect(new Set(whys.map(({ formula }) => formula.id))).toEqual(new Set([standing.formula.id]))
  for (const { of, total } of whys) {
    expect(total.hundredths).toBeGreaterThanOrEqual(0)
    expect(of.score).toEqual(standing.scores[agents.findIndex(({ key }) => key === of.key)])
  }
})

test('an M that an agent does not have is told from one that it has', () => {
  const none = publishedAgent('a', { formula: 'aivss-0.5', base: 9 })
  const why = whyWorse(none, publishedAgent('b', { mitigation: 0.7 }), 'aivss-0.8')
  expect(why?.parts.find(({ id }) => id === 'mitigationFactor')?.values).toBe(
    'none (counted as 1.00) against 0.70',
  )
})
