import { expect, test } from 'vitest'
import { problem } from './problem'

test('a problem carries the four members of RFC 9457 and is never stored', () => {
  const answer = problem(404, 'Not found', 'There is no such agent.')
  expect(answer.status).toBe(404)
  expect(answer.headers).toEqual({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  expect(JSON.parse(answer.body)).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'There is no such agent.',
    errors: [{ path: '', message: 'There is no such agent.' }],
  })
})

test('extra members and headers are added, and replace none of the standard ones', () => {
  const errors = [{ path: 'name', message: 'is required' }]
  const answer = problem(422, 'Invalid', 'The body breaks the schema.', {
    headers: { 'retry-after': '3', 'content-type': 'text/html' },
    members: { errors, status: 200 },
  })
  expect(JSON.parse(answer.body)).toMatchObject({ errors, status: 422 })
  expect(answer.headers).toMatchObject({ 'retry-after': '3', 'content-type': 'application/problem+json' })
})
