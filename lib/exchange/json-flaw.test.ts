import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFlawOf } from '@/lib/exchange/json-flaw'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each([
  ['{\n  "a": 1,\n  b: 2\n}', 3, 3, 'a key in straight quotation marks'],
  ['{ “a”: 1 }', 1, 3, 'straight quotation marks'],
  ['{ "a": 1, }', 1, 11, 'remove the comma'],
  ['{ "a": [1, 2, ] }', 1, 15, 'a comma too many'],
  ['{\r\n "a" 1 }', 2, 6, 'colon'],
  ['{ "a": 1 "b": 2 }', 1, 10, 'a comma or “}” is missing'],
  ['{ "a": [1 2] }', 1, 11, 'a comma or “]” is missing'],
  ['{ "a": 01 }', 1, 9, 'a comma or “}”'],
  ['{ "a": undefined }', 1, 8, 'a value is expected'],
  ['{ "a": "one\ntwo" }', 1, 12, 'line break'],
  ['{ "a": "C:\\path" }', 1, 11, 'backslash'],
  ['{ "a": "open }', 1, 8, 'not closed'],
  ['{ "a": {', 1, 9, 'ends before'],
  ['{\u00A0"a": 1 }', 1, 2, 'U+00A0'],
  ['{ 😀 }', 1, 3, '“😀”'],
  ['{} {}', 1, 4, 'is complete'],
])('%j is not JSON from line %i, column %i on', (text, line, column, words) => {
  expect(jsonFlawOf(text)).toEqual({ line, column, message: expect.stringContaining(words) })
})

test('finds a flaw exactly where JSON.parse does', () => {
  const soup = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '\\',
        '1',
        '-',
        '0.5e3',
        'null',
        ' ',
        '\n',
        '\u00A0',
        'x',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''))
  const damaged = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', '"', ',', '}', '\\', '\t', '9'))
    .map(([json, position, added]) => {
      const at = position % (json.length + 1)
      return json.slice(0, at) + added + json.slice(at)
    })
  fc.assert(
    fc.property(fc.oneof(soup, damaged, fc.string()), (text) => {
      expect(jsonFlawOf(text) === null).toBe(isJson(text))
    }),
    { numRuns: 3_000 },
  )
})

test('reads a text that nests a hundred thousand deep', () => {
  expect(jsonFlawOf('['.repeat(100_000))).toMatchObject({ line: 1, column: 100_001 })
})
