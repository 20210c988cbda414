import { expect, test } from 'vitest'
import { publicPlace, sharedPlace } from '@/lib/report/addresses'
import { readReportPath } from '@/lib/report/report-path'

test.each([
  ['', 'page', undefined],
  ['/3', 'page', 3],
  ['.json', 'json', undefined],
  ['/3.json', 'json', 3],
  ['/12.md', 'md', 12],
  ['.pdf', 'pdf', undefined],
  ['/3.html', 'html', 3],
  ['/og.png', 'image', undefined],
  ['/3/og.png', 'image', 3],
])('%s is read as the form %s of revision %s', (rest, form, number) => {
  expect(readReportPath(rest)).toEqual({ form, number })
})

test.each([
  '/',
  '/0',
  '/03',
  '/-1',
  '/3/',
  '/3.',
  '.xml',
  '.jsonx',
  '/x.json',
  '/3/og.png/',
  'x',
  '.json/og.png',
])('%s is no form of a report', (rest) => {
  expect(readReportPath(rest)).toBeUndefined()
})

test('every address that a report is given is read as the form that it stands for', () => {
  for (const [base, { twins }] of [
    ['/agents/a-b/threat-model', publicPlace('a-b')],
    ['/r/token', sharedPlace('token', 'whole')],
  ] as const) {
    const number = base.startsWith('/r/') ? undefined : 3
    for (const form of ['json', 'md', 'pdf', 'html'] as const)
      expect(readReportPath(twins?.file(form, 3).slice(base.length) ?? 'x')).toEqual({ form, number })
    expect(readReportPath(twins?.image(3).slice(base.length) ?? 'x')).toEqual({ form: 'image', number })
  }
})
