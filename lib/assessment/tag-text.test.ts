import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTags, writeTags } from '@/lib/assessment/tag-text'

test('tags that are written are the tags that are read', () => {
  const tag = fc
    .oneof(fc.string(), fc.stringMatching(/^[a", ]{1,8}$/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
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
  ['"read, write", mcp', ['read, write', 'mcp']],
  ['the "new" one, mcp', ['the "new" one', 'mcp']],
  ['"open, mcp', ['"open', 'mcp']],
])('%j stands for %j', (text, tags) => {
  expect(readTags(text)).toEqual(tags)
})
