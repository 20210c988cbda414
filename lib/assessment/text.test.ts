import fc from 'fast-check'
import { expect, test } from 'vitest'
import { link } from '@/lib/assessment/link'
import { line, prose } from '@/lib/assessment/text'

const messageOf = (schema: ReturnType<typeof line>, value: unknown): string => {
  const parsed = schema.safeParse(value)
  return parsed.success ? '' : (parsed.error.issues[0]?.message ?? '')
}

const NOTE = prose('The note', 50)

test.each([
  ['\u0000', 'U+0000'],
  ['\u0007', 'U+0007'],
  ['\u001F', 'U+001F'],
  ['\r\n', 'carriage return'],
  ['\uD800', 'surrogate'],
  ['\uDC00 \uD800', 'surrogate'],
  ['\u202E', 'direction of text'],
  ['\u2066', 'direction of text'],
  ['\u200F', 'direction of text'],
])('a text with %j is refused with its name', (bad, name) => {
  expect(messageOf(NOTE, `before${bad}after`)).toContain(name)
  expect(messageOf(line('The name', 50), `before${bad}after`)).toContain(name)
})

test('a text keeps tabs, line feeds, and every script and emoji', () => {
  const text = '\tab\n العربية עברית 🦀👩‍👩‍👧 é '
  expect(NOTE.parse(text)).toBe(text)
})

test('a text that is too long is told its length and the limit', () => {
  expect(messageOf(NOTE, 'x'.repeat(51))).toBe('The note has 51 characters; the limit is 50.')
})

test.each([[1], [null], [{}], [['x']], [true]])('%j is not a text', (value) => {
  expect(messageOf(NOTE, value)).toBe('The note is a text.')
})

const LINK = link('The link')

test.each([
  'https://example.org',
  'HTTPS://Example.org/A?b=c&d=%20#e',
  'http://localhost:3000/x',
  'http://[2001:db8::1]/x',
  'https://bücher.example/ü',
  'https://github.com/a/b/tree/main/@scope?q=user@host',
])('%s is a link', (address) => {
  expect(LINK.parse(address)).toBe(address)
})

test.each([
  ['', 'full address'],
  ['example.org', 'full address'],
  ['//example.org', 'full address'],
  ['/path', 'full address'],
  ['javascript:alert(1)', 'full address'],
  ['data:text/html,x', 'full address'],
  ['mailto:a@example.org', 'full address'],
  ['https:example.org', 'full address'],
  ['https:///path', 'full address'],
  ['https://user@example.org', 'user name'],
  ['https://user:secret@example.org/', 'user name'],
  ['https://example.org\\@evil.example', 'backslash'],
  ['https://example.org/"onmouseover="x', 'quotation mark'],
  ['https://example.org/<script>', 'angle bracket'],
  ['https://example.org/a b', 'space'],
  ['https://example.org/a\nb', 'space'],
  ['https://example.org/\u202Ex', 'direction of text'],
  ['https://exa mple.org', 'space'],
  ['https://256.1.1.1.1/', 'not a valid address'],
  ['https://[::1', 'not a valid address'],
  ['https://example.org:99999/', 'not a valid address'],
  [`https://example.org/${'x'.repeat(2_000)}`, 'the limit is 2,000'],
])('%j is refused as a link', (address, reason) => {
  expect(messageOf(LINK, address)).toContain(reason)
})

test('whatever passes as a link is an address of the web without credentials', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
      (text) => {
        const parsed = LINK.safeParse(text)
        if (!parsed.success) return
        const url = new URL(parsed.data)
        expect(['http:', 'https:']).toContain(url.protocol)
        expect(url.username + url.password).toBe('')
      },
    ),
  )
})

test('a hostile text of 100 kB is refused, however often a pattern could try it anew', () => {
  for (const piece of ['x', '@', '/', '\u202E', 'https://', ' '])
    expect(messageOf(LINK, `https://${piece.repeat(100_000)}`)).not.toBe('')
})
