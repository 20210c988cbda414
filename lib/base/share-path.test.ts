import { expect, test } from 'vitest'
import { isBelowShares, NO_SHARE, plainSharePath } from '@/lib/base/share-path'

const token = 'Zk3v9QpL2m_Zk3v9QpL2m-Zk3v9QpL2m'

test.each(['', '.json', '.md', '.pdf', '.html', '/og.png'])(
  'the form %j of a link keeps its address',
  (form) => {
    expect(plainSharePath(`/r/${token}${form}`)).toBe(`/r/${token}${form}`)
    expect(plainSharePath(`/r/${token}${form}?utm_source=mail&x=%00`)).toBe(`/r/${token}${form}`)
  },
)

test.each([
  '/r',
  '/r/',
  '/r?x',
  '/r/[token]',
  '/r/:token',
  '/r/%00',
  '/r/%',
  '/r/\\',
  '/r/a/b/c',
  `/r//${token}`,
  `/r/${token}/`,
  `/r/${token}x`,
  `/r/${token.slice(1)}`,
  `/r/${token}.JSON`,
  `/r/${token}/1.json`,
  `/r%2F${token}`,
  `/%72/${token}`,
  `/R/${token}`,
  `/r/${'x'.repeat(10_000)}`,
])('%j is below /r, and what looks further sees none of it', (url) => {
  expect(isBelowShares(url)).toBe(true)
  expect(plainSharePath(url)).toBe(NO_SHARE)
})

test.each(['/', '/robots.txt', '/rx', '/reset', '/w/r/x', '//r', ''])('%j is not below /r', (url) => {
  expect(isBelowShares(url)).toBe(false)
})
