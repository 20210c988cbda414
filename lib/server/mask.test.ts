import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { maskText, maskUrl } from './mask'

const TOKEN = 'fullscore_0123456789ABCDEFGHIJKLMNOPQRSTUV00000a'

test.each([
  ['/r/Zk3v9QpL2m', '/r/***'],
  ['/r/Zk3v9QpL2m.json', '/r/***.json'],
  ['/r/Zk3v9QpL2m.md?utm_source=mail', '/r/***.md?utm_source=mail'],
  ['/r/Zk3v9QpL2m.pdf', '/r/***.pdf'],
  ['/r/Zk3v9QpL2m.html', '/r/***.html'],
  ['/r/Zk3v9QpL2m/og.png', '/r/***/og.png'],
  ['/r/-_3v9QpL2m', '/r/***'],
  ['//r/Zk3v9QpL2m', '/r/***'],
  ['/R/Zk3v9QpL2m', '/R/***'],
  ['/%72/Zk3v9QpL2m', '/%72/***'],
  ['/setup/4f7c', '/setup/***'],
  ['/%69nvite/Zk3v9QpL2m', '/%69nvite/***'],
  ['/%49NVIT%45/Zk3v9QpL2m', '/%49NVIT%45/***'],
  ['/%73%65%74%75%70/4f7c', '/%73%65%74%75%70/***'],
  ['/invite%2FZk3v9QpL2m', '/invite/***'],
  ['/invite//Zk3v9QpL2m', '/invite/***'],
  ['%2Finvite%2fZk3v9QpL2m', '/invite/***'],
  ['/%2569nvite/Zk3v9QpL2m', '/%2569nvite/***'],
  ['/invite/abc?email=a@b.c', '/invite/***?email=a@b.c'],
  ['/api/callback?code=1&state=2&sort=name', '/api/callback?code=***&state=***&sort=name'],
  [`/api/v1/agents/${TOKEN}?q=${TOKEN}&sort=name`, '/api/v1/agents/fullscore_***?q=fullscore_***&sort=name'],
  ['/x?access_token=1&apiKey=2&resetPassword=3', '/x?access_token=***&apiKey=***&resetPassword=***'],
])('%s is logged as %s', (url, masked) => expect(maskUrl(url)).toBe(masked))

test.each([
  '/',
  '/agents/r-and-d/threat-model',
  '/calculator?autonomy=0.8',
  '/docs/setup',
  '/w/r',
  '/%69nvites/open',
  '/w/%72/x',
])('%s is logged as it is', (url) => expect(maskUrl(url)).toBe(url))

test('passwords of addresses, bearer tokens and links are masked in free text', () => {
  expect(maskText('connect postgresql://app:hunter2@db:5432/x failed')).toBe(
    'connect postgresql://app:***@db:5432/x failed',
  )
  expect(maskText('Authorization: Bearer fs_abc.def')).toBe('Authorization: Bearer ***')
  expect(maskText(`refused "${TOKEN}" of fullscore_app`)).toBe('refused "fullscore_***" of fullscore_app')
  expect(maskText('at http://localhost/r/Zk3v9QpL2m')).toBe('at http://localhost/r/***')
  expect(maskText('at http://localhost/r/-_3v9QpL2m.json')).toBe('at http://localhost/r/***.json')
  expect(maskText('at /%69nvite/Zk3v9QpL2m and /setup%2FZk3v9QpL2m')).toBe('at /%69nvite/*** and /setup/***')
})

test.each(['/', '%2f', '%2F', '%252f', '/r', '%72', '/%2', '%25', '://a:', 'bearer ', 'fullscore_', 'a='])(
  'whoever sends %s again and again keeps nobody waiting',
  (piece) => {
    const text = `/${piece.repeat(16_384 / piece.length)}`
    // A context of its own, because nothing else ends a search that never does.
    for (const mask of [maskUrl, maskText])
      expect(() => runInNewContext('mask(text)', { mask, text }, { timeout: 5_000 })).not.toThrow()
  },
)
