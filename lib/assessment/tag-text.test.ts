import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTags, writeTags } from '@/lib/assessment/tag-text'

test('tags that are written are the tags that are read', () => {
  const tag = fc.stringMatching(/^[^,\s](?:[^,]*[^,\s])?$/u)
  fc.assert(
    fc.property(fc.array(tag), (tags) => {
      expect(readTags(writeTags(tags))).toEqual(tags)
    }),
  )
})

test.each([
  ['', []],
  [' , ,', []],
  ['cloud', ['cloud']],
  ['cloud,', ['cloud']],
  [' cloud , write access,mcp', ['cloud', 'write access', 'mcp']],
  ['mcp, mcp', ['mcp', 'mcp']],
])('%j stands for %j', (text, tags) => {
  expect(readTags(text)).toEqual(tags)
})
