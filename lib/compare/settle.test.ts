import { describe, expect, test } from 'vitest'
import { readComparison } from '@/lib/compare/address'
import { settle } from '@/lib/compare/settle'
import { publishedAgent } from '@/lib/compare/testing/agents'

const GONE = 'It is not there.'
const [a, b] = [publishedAgent('a'), publishedAgent('b')]
const settled = (query: Record<string, string>, found: Record<string, typeof a>) =>
  settle(readComparison(query).state, new Map(Object.entries(found)), GONE)

describe('a comparison as far as its agents are there', () => {
  test('has each of them once, however many of its names were given, under the name of today', () => {
    const { agents, state, refused } = settled({ agents: 'once,b,a' }, { once: a, a, b })
    expect(agents.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(state.agents).toEqual(['a', 'b'])
    expect(refused).toEqual([])
  })

  test('names who is not there, and keeps the rest', () => {
    const { state, refused } = settled({ agents: 'a,nobody,b' }, { a, b })
    expect(state.agents).toEqual(['a', 'b'])
    expect(refused).toEqual([{ path: 'nobody', message: GONE }])
  })

  test('explains the pair that was asked for, whatever its agents are called today', () => {
    const { state, refused } = settled({ agents: 'once,b', worse: '1', than: '2' }, { once: a, b })
    expect([state.worse, state.than]).toEqual(['a', 'b'])
    expect(refused).toEqual([])
  })

  test.each([
    ['one who is not there', { agents: 'a,nobody,b', worse: '1', than: '2' }],
    ['one agent by two names', { agents: 'a,once,b', worse: '1', than: '2' }],
    ['half a pair', { agents: 'a,b', worse: '1' }],
  ])('asks for another pair where it was asked about %s', (_what, query) => {
    const { state, refused } = settled(query, { a, once: a, b })
    expect([state.worse, state.than]).toEqual([undefined, undefined])
    expect(refused.at(-1)).toMatchObject({ path: 'worse', message: expect.stringContaining('two different') })
  })
})
