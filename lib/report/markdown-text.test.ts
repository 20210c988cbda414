import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeInline, escapeLine } from '@/lib/report/markdown-text'
import { parseProse } from '@/lib/report/prose'

const starts = [
  '1. a',
  '1) a',
  '- a',
  '+ a',
  '* a',
  '# a',
  '> a',
  '= a',
  '===',
  '---',
  '***',
  '___',
  '| a |',
  ':-- | --:',
]
const inside = [
  'a `b` c',
  '*a*',
  '_a_',
  '[a](https://x)',
  '![a](b)',
  '<b>',
  '<!--',
  '&amp;',
  '&#35;',
  'a\\',
  '~~a~~',
  '~~~',
  '```',
]

test.each([...starts, ...inside])('%j is plain text, at the start of a line too', (text) => {
  expect(parseProse(escapeLine(text))).toEqual([{ type: 'paragraph', content: [{ type: 'text', text }] }])
})

test('any text is one line that reads back as itself', () => {
  const signs = fc.constantFrom(...'\\`*_[](){}<>#+-=|:~!&;.1a é\t'.split(''), '&lt;', '😀')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
      const text = parts.join('').trim()
      const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
      expect(parseProse(escapeLine(text))).toEqual(text === '' ? [] : [paragraph])
    }),
    { numRuns: 2_000 },
  )
})

test('several lines become one', () => {
  expect(escapeLine(' First line\n---\n\n  last ')).toBe('First line --- last')
})

test('at the start of a line, what GitHub makes a table of is escaped as well', () => {
  expect([escapeLine('| a |'), escapeLine(':-- | --:'), escapeInline('| a |')]).toEqual([
    '\\| a |',
    '\\:-- | --:',
    '| a |',
  ])
})
