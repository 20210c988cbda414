import { describe, expect, test } from 'vitest'
import paper05 from '@/lib/aivss/golden/aivss-0.5-core-risks.json'
import paper08 from '@/lib/aivss/golden/aivss-0.8-core-risks.json'
import { parseCvss } from '@/lib/cvss/cvss'
import { CVSS_METRICS, CVSS_VERSIONS, OTHER_GROUPS } from '@/lib/cvss/metrics'

const V40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'
const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

const errorOf = (text: string): string => {
  const read = parseCvss(text)
  return read.ok ? `read as ${read.value.baseTenths} tenths` : read.error
}

const golden = [...paper08.cases, ...paper05.cases]

test('the papers give twenty vectors', () => {
  expect(golden).toHaveLength(20)
})

test.each(golden)('$cvssVector has the base that the paper prints', ({ cvssVector, cvssBase }) => {
  const value = { version: '4.0', vector: cvssVector, baseTenths: Math.round(cvssBase * 10) }
  expect(parseCvss(cvssVector)).toEqual({ ok: true, value })
})

test.each([
  [V31, 98],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 100],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', 88],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 61],
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 31],
  ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:L/A:H', 49],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
])('%s has the base %i tenths', (vector, baseTenths) => {
  expect(parseCvss(vector)).toEqual({ ok: true, value: { version: '3.1', vector, baseTenths } })
})

test('a v3.1 vector in another order is read and written back in the preferred order', () => {
  const read = parseCvss('CVSS:3.1/S:U/AV:N/AC:L/PR:N/UI:N/A:H/C:H/I:H')
  expect(read).toEqual({ ok: true, value: { version: '3.1', vector: V31, baseTenths: 98 } })
})

test('a v4.0 vector in another order is refused with the right one', () => {
  expect(errorOf('CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N')).toContain(V40)
})

describe('every metric outside the base group is refused by name', () => {
  const others = CVSS_VERSIONS.flatMap((version) =>
    OTHER_GROUPS[version].flatMap((group) =>
      group.codes.map((code) => ({ version, code, group: group.name })),
    ),
  )

  test('there are 35 of them', () => {
    expect(others).toHaveLength(21 + 14)
  })

  test.each(others)('$code of v$version', ({ version, code, group }) => {
    const message = errorOf(`${version === '4.0' ? V40 : V31}/${code}:U`)
    expect(message).toContain(`${code}:U is a metric of the ${group} group`)
  })
})

describe('each base metric is needed once, with a value of its own', () => {
  const cases = CVSS_VERSIONS.flatMap((version) =>
    CVSS_METRICS[version].map((metric) => ({ version, metric, vector: version === '4.0' ? V40 : V31 })),
  )

  test('there are nineteen', () => {
    expect(cases).toHaveLength(19)
  })

  test.each(cases)('$metric.code of v$version', ({ metric, vector }) => {
    const part = vector.split('/').find((text) => text.startsWith(`${metric.code}:`)) ?? ''
    expect(errorOf(vector.replace(`/${part}`, ''))).toContain(`lacks ${metric.code} (${metric.name})`)
    expect(errorOf(`${vector}/${part}`)).toContain(`${metric.code} (${metric.name}) appears more than once`)
    expect(errorOf(vector.replace(part, `${metric.code}:X`))).toContain(
      `Choose from ${metric.values[0]?.code}`,
    )
  })
})

test.each([
  ['', 'begins with CVSS:4.0/'],
  ['9.8', 'begins with CVSS:4.0/'],
  [` ${V40}`, 'begins with CVSS:4.0/'],
  [V40.toLowerCase(), 'begins with CVSS:4.0/'],
  [V31.replace('3.1', '3.0'), 'CVSS v3.0'],
  ['CVSS:5.0/AV:N', 'CVSS v5.0'],
  ['AV:N/AC:L/Au:N/C:P/I:P/A:P', 'CVSS v2.0'],
  ['(AV:N/AC:L/Au:N/C:P/I:P/A:P)', 'CVSS v2.0'],
  ['CVSS:4.0', 'lacks AV'],
  [`${V40}/`, '“” is not a metric;'],
  [`${V40}/AV`, '“AV” is not a metric;'],
  [V40.replace('AV:N', 'AV:N:N'), '“AV:N:N” is not a metric;'],
  [V40.replace('AV:N', 'AV:n'), 'Choose from N Network'],
  [`${V40}/ZZ:N`, '“ZZ:N” is not a metric of CVSS v4.0'],
  [`${V40}/constructor:N`, '“constructor:N” is not a metric of CVSS v4.0'],
  [`${V40}\n`, 'Choose from'],
  [V31.replace('CVSS:3.1', 'CVSS:4.0'), 'supplemental'],
  [`CVSS:4.0/${'AV:N/'.repeat(20_000)}`, 'at most 400 characters'],
])('%j is refused with a reason', (text, reason) => {
  expect(errorOf(text)).toContain(reason)
})
