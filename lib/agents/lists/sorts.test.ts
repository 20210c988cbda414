import { expect, test } from 'vitest'
import { agentCursorSchema } from '@/lib/agents/lists/sorts'

const id = '0199aa52-7d2f-7c52-8f4b-2d6c3d1c2b11'
const cursor = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url')

test('a cursor is read back', () => {
  const place = { sort: 'name', at: 'harbour pilot', id }
  expect(agentCursorSchema.parse(cursor(place))).toEqual(place)
})

test.each(['a\u0000b', '\ud800', 'x'.repeat(401)])(
  'a cursor with a name that none can be is refused: %j',
  (at) => {
    expect(agentCursorSchema.safeParse(cursor({ sort: 'name', at, id })).success).toBe(false)
  },
)
