import { expect, test } from 'vitest'
import { comparisonAddress, lookQuery, moved, readComparison } from '@/lib/compare/address'

const read = (query: Parameters<typeof readComparison>[0]) => readComparison(query)

test('agents keep the order of the address, whether they come in one value or in those of a form', () => {
  expect(read({ agents: 'b,a,c' }).state.agents).toEqual(['b', 'a', 'c'])
  expect(read({ agents: ['b', 'a,c'] }).state.agents).toEqual(['b', 'a', 'c'])
  expect(read({ agents: ['b,', ' a ', 'b'] }).state.agents).toEqual(['b', 'a'])
})

test('an address that says everything is read and written as the same', () => {
  const address =
    '/compare?agents=b,a:draft&sort=spread&only=differences&worse=b&than=a:draft&target=Low&formula=aivss-0.5&chart=bars'
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
  const { state } = read({ agents: 'a,b,c', worse: 'a', than: 'b' })
  expect(comparisonAddress('/compare', state, { agents: ['a', 'c'] })).toBe('/compare?agents=a,c')
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
    worse: 'A B',
  })
  expect(state).toMatchObject({ agents: ['a', 'b'], sort: 'listed', target: 'Medium' })
  expect(refused.map(({ path }) => path).sort()).toEqual(['<b>', 'colour', 'sort', 'target', 'worse', 'Ü'])
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
  const address = `agents=a,b&sort=spread&worse=a&than=b&only=all&next=//evil.example&x=${'ü'.repeat(3_000)}`
  const { state } = readComparison(Object.fromEntries(new URLSearchParams(address)))
  expect(lookQuery(state)).toBe('sort=spread&worse=a&than=b')
})
