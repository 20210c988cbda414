import { expect, test } from 'vitest'
import { comparisonAddress, keptComparison, lookQuery, moved, readComparison } from '@/lib/compare/address'

const read = (query: Parameters<typeof readComparison>[0]) => readComparison(query)

test('agents keep the order of the address, whether they come in one value or in those of a form', () => {
  expect(read({ agents: 'b,a,c' }).state.agents).toEqual(['b', 'a', 'c'])
  expect(read({ agents: ['b', 'a,c'] }).state.agents).toEqual(['b', 'a', 'c'])
  expect(read({ agents: ['b,', ' a ', 'b'] }).state.agents).toEqual(['b', 'a'])
})

test('an address that says everything is read and written as the same', () => {
  const address =
    '/compare?agents=b,a:draft&sort=spread&only=differences&worse=1&than=2&target=Low&formula=aivss-0.5&chart=bars'
  const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
  const { state, refused } = read(query)
  expect(refused).toEqual([])
  expect(comparisonAddress('/compare', state)).toBe(address)
})

test('what is as it is without being asked for stands in no address', () => {
  expect(comparisonAddress('/compare', read({ agents: 'a,b', target: 'Medium' }).state)).toBe(
    '/compare?agents=a,b',
  )
  expect(comparisonAddress('/compare', read({}).state)).toBe('/compare')
})

test('an agent that is taken away takes its place in a question along', () => {
  const { state } = read({ agents: 'a,b,c', worse: '1', than: '2' })
  expect(comparisonAddress('/compare', state, { agents: ['a', 'c'] })).toBe('/compare?agents=a,c')
})

test('a pair goes along when its agents change places', () => {
  const { state } = read({ agents: 'a,b,c', worse: '1', than: '3' })
  expect([state.worse, state.than]).toEqual(['a', 'c'])
  expect(comparisonAddress('/compare', state, { agents: ['c', 'b', 'a'] })).toBe(
    '/compare?agents=c,b,a&worse=3&than=1',
  )
})

test('a pair at a place where nobody stands is named', () => {
  const { state, refused } = read({ agents: 'a,b', worse: '2', than: '3' })
  expect([state.worse, state.than]).toEqual(['b', undefined])
  expect(refused.map(({ path }) => path)).toEqual(['than'])
})

test('what was kept is the same pair after an agent before it is gone and another has a new name', () => {
  const agents = new Map([
    [2, 'b'],
    [3, 'new-name'],
  ])
  const state = keptComparison({ sort: 'spread', worse: '3', than: '2' }, agents)
  expect(state).toMatchObject({ agents: ['b', 'new-name'], sort: 'spread', worse: 'new-name', than: 'b' })
  expect(comparisonAddress('/compare', state)).toBe('/compare?agents=b,new-name&sort=spread&worse=2&than=1')
  expect(comparisonAddress('/compare', keptComparison({ worse: '1', than: '2' }, agents))).toBe(
    '/compare?agents=b,new-name',
  )
})

test('the seventh agent is named, and six are compared', () => {
  const { state, refused } = read({ agents: 'a,b,c,d,e,f,g' })
  expect(state.agents).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(refused).toEqual([{ path: 'g', message: expect.stringContaining('Remove one') }])
})

test('what is no name, and no choice, is named and left out, and the rest is kept', () => {
  const { state, refused } = read({
    agents: 'a,<b>,Ü,b',
    sort: 'size',
    target: 'Critical',
    colour: 'red',
    worse: '7',
    than: 'A',
  })
  expect(state).toMatchObject({ agents: ['a', 'b'], sort: 'listed', target: 'Medium' })
  expect(refused.map(({ path }) => path).sort()).toEqual([
    '<b>',
    'colour',
    'sort',
    'target',
    'than',
    'worse',
    'Ü',
  ])
})

test('a thousand names make no page of refusals', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `x${index},!${index}`).join(',')
  expect(read({ agents: many }).refused.length).toBeLessThanOrEqual(20)
})

test('an agent is moved to where it is asked to be', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
})

test('what is kept of an address is what a comparison has, and nothing else that stood in it', () => {
  const address = `agents=a,b&sort=spread&worse=1&than=2&only=all&next=//evil.example&x=${'ü'.repeat(3_000)}`
  const { state } = readComparison(Object.fromEntries(new URLSearchParams(address)))
  expect(lookQuery(state)).toBe('sort=spread&worse=1&than=2')
})
