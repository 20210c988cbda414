import { expect, test } from 'vitest'
import { compareAgents, DEFAULT_OPTIONS } from '@/lib/compare/comparison-view'
import { reachView, SETS_SHOWN } from '@/lib/compare/reach-view'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'

test('names single changes from the cheapest on, what the factors have to lose, and the smallest sets', () => {
  const reach = reachView(publishedAgent('a', { base: 5, rating: 0.4, ratings: { memory: 0.9 } }), 'Medium')
  expect(reach).toMatchObject({
    limit: { value: 6.9, text: '6.9' },
    isThere: false,
    lead: 'Agent a scores 7.3 under AIVSS 0.8. To be Medium or lower it has to come down to 6.9 or below.',
  })
  expect(reach?.singles.map(({ text }) => text)).toEqual([
    'Mitigation factor from 1.00 to 0.95 or lower',
    'Threat multiplier from 1.00 to 0.86 or lower',
    'CVSS base from 5.0 to 4.4 or lower',
    'Persistent Memory from 0.90 to 0.29 or lower',
  ])
  expect(reach?.factors).toEqual({
    sentences: [
      'The factors have to lose 0.61 together, however it is spread over them.',
      'One factor is enough, and only one holds as much.',
    ],
    cost: 61,
    sets: [['Persistent Memory']],
    setsInAll: 1,
  })
})

test('shows no more sets than a reader takes in, and says how many there are', () => {
  const factors = reachView(publishedAgent('a', { base: 5, rating: 0.5 }), 'Medium')?.factors
  expect(factors?.sentences[1]).toBe('It takes at least 3 of them, and 120 sets of 3 hold as much.')
  expect(factors?.sets).toHaveLength(SETS_SHOWN)
  expect(factors?.setsInAll).toBe(120)
})

test('says that no factor helps a base of 9.1 with M 1.00, and names the M that would', () => {
  const high = { base: 9.1, rating: 0.5 }
  const factors = reachView(publishedAgent('a', high), 'Medium')?.factors
  expect(factors).toEqual({
    sentences: [
      'No change of factors brings Agent a to 6.9 or below: with every factor at 0.00 it still scores 9.1.',
      'What would: a mitigation factor M of 0.76 or lower with every factor at 0.00 (0.72 or lower with the factors as they are); or a CVSS base of 6.9 or lower with every factor at 0.00 (3.8 or lower with the factors as they are).',
    ],
    cost: null,
    sets: [],
    setsInAll: 0,
  })
  const floor = reachView(publishedAgent('a', { ...high, formula: 'aivss-1.0-floor' }), 'Medium')
  expect(floor?.factors.sentences[1]).toBe('No M does, either.')
  const withdrawn = reachView(publishedAgent('a', { ...high, formula: 'aivss-0.5' }), 'Low')
  expect(withdrawn?.factors.sentences[1]).toBe('AIVSS 0.5 has no M that could.')
})

test('says so where the severity is reached already', () => {
  const reach = reachView(publishedAgent('a', { base: 2, rating: 0 }), 'Medium')
  expect(reach).toMatchObject({
    isThere: true,
    lead: 'Agent a scores 2.0 under AIVSS 0.8, and so it is at 6.9 or below already.',
    singles: [],
    factors: { sentences: [], cost: null, sets: [] },
  })
})

test('a comparison asks it of every agent with a score, for the severity that the reader aims at', () => {
  const agents = [publishedAgent('a'), draftAgent('b')]
  const { reach } = compareAgents(agents, { ...DEFAULT_OPTIONS, target: 'Low' })
  expect(reach.map((view) => view && [view.key, view.target, view.limit.text])).toEqual([
    ['a', 'Low', '3.9'],
    null,
  ])
})
