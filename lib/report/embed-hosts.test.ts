import { expect, test } from 'vitest'
import { EMBED_HOSTS_MAX, frameAncestorsOf, readEmbedHosts } from '@/lib/report/embed-hosts'

test('hosts are read one a line, in small letters and each once', () => {
  const text =
    ' Docs.Example.org \r\n\n*.example.org\r\nlocalhost:3000\ndocs.example.org\nxn--bcher-kva.example:8443'
  const hosts = ['docs.example.org', '*.example.org', 'localhost:3000', 'xn--bcher-kva.example:8443']
  expect(readEmbedHosts(text)).toEqual({ ok: true, value: hosts })
  expect(readEmbedHosts(' \n')).toEqual({ ok: true, value: [] })
})

test.each([
  'https://docs.example.org',
  'docs.example.org/',
  'docs.example.org/path',
  '*',
  '*.',
  '*.org',
  'a.*.org',
  '**.example.org',
  '.example.org',
  'example..org',
  'example.org.',
  '-a.example',
  'a-.example',
  'a_b.example',
  'bücher.example',
  'a b.example',
  "'self'",
  'data:',
  'example.org:0',
  'example.org:65536',
  'example.org:*',
  "a.example; script-src 'unsafe-inline'",
  'a.example,b.example',
  '[::1]',
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(127)}example`,
  'a.example\u{2028}b.example',
])('%j is refused by its line', (line) => {
  const read = readEmbedHosts(`good.example\n${line}`)
  expect(read).toEqual({ ok: false, error: expect.stringMatching(/^Line 2, “.*”, is no host\. Write/s) })
})

test('a sentence says when there are too many', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example`).join('\n')
  expect(readEmbedHosts(lines(EMBED_HOSTS_MAX)).ok).toBe(true)
  expect(readEmbedHosts(lines(21))).toEqual({ ok: false, error: 'These are 21 hosts; name at most 20.' })
})

test('a policy names them by their scheme, and lets an encrypted card into no page that is not', () => {
  expect(frameAncestorsOf(['*.a.example'], 'https://scores.example.org')).toEqual(['https://*.a.example'])
  expect(frameAncestorsOf(['a.example'], 'http://localhost:3000')).toEqual([
    'https://a.example',
    'http://a.example',
  ])
})
