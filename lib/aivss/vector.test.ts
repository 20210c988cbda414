import { expect, test } from 'vitest'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import { formatVector, parseVector, type ReadCvss } from '@/lib/aivss/vector'
import { err, ok } from '@/lib/base/result'

const ratings: Readonly<Record<string, number>> = {
  autonomy: 80,
  goalPlanning: 60,
  toolUse: 90,
  opacity: 100,
}

const input: ScoreInput = {
  formula: 'aivss-0.8',
  cvss: { source: 'asserted', baseTenths: 91 },
  threatHundredths: 110,
  mitigationHundredths: 100,
  ...rateFactors('goal-planning', (id) => ratings[id] ?? 0),
}

const VECTOR =
  'FULLSCORE:1/F:aivss-0.8/S:goal-planning/T:1.10/M:1.00/AU:0.80/GP:0.60/SM:0.00/TU:0.90/ME:0.00/CO:0.00/ID:0.00/MA:0.00/ND:0.00/OP:1.00/C:9.1'

const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

const readCvss: ReadCvss = (vector) =>
  vector.startsWith('CVSS:3.1/') ? ok({ version: '3.1', vector: V31, baseTenths: 98 }) : err('unreadable')

const errorOf = (text: string): string => {
  const read = parseVector(text, readCvss)
  return read.ok ? 'read' : read.error
}

test('the vector of an asserted base is the documented one', () => {
  expect(formatVector(input)).toBe(VECTOR)
  expect(parseVector(VECTOR, readCvss)).toEqual(ok(input))
})

test('a CVSS vector stands last, with its own slashes', () => {
  const cvss = { source: 'cvss-3.1', baseTenths: 98, vector: V31 } as const
  const vector = formatVector({ ...input, cvss })
  expect(vector).toBe(VECTOR.replace('C:9.1', V31))
  expect(parseVector(vector, readCvss)).toEqual(ok({ ...input, cvss }))
})

test('under 0.5 the vector has no M', () => {
  const withdrawn: ScoreInput = { ...input, formula: 'aivss-0.5', mitigationHundredths: null }
  const vector = formatVector(withdrawn)
  expect(vector).toBe(VECTOR.replace('aivss-0.8', 'aivss-0.5').replace('/M:1.00', ''))
  expect(parseVector(vector, readCvss)).toEqual(ok(withdrawn))
})

test.each([
  ['', 'begins with FULLSCORE:1'],
  [VECTOR.replace('FULLSCORE:1', 'FULLSCORE:2'), 'begins with FULLSCORE:1'],
  [VECTOR.replace('FULLSCORE', 'AIVSS'), 'begins with FULLSCORE:1'],
  [VECTOR.replace('aivss-0.8', 'aivss-0.9'), 'F names the formula'],
  [VECTOR.replace('goal-planning', 'other'), 'S names the factor set'],
  [VECTOR.replace('goal-planning', 'natural-language'), 'Expected SM, the Self-Modification'],
  [VECTOR.replace('T:1.10', 'T:1.1'), 'Expected T'],
  [VECTOR.replace('T:1.10', 'T:1.51'), 'from 0.50 to 1.50'],
  [VECTOR.replace('T:1.10', 'T:0.49'), 'from 0.50 to 1.50'],
  [VECTOR.replace('M:1.00', 'M:1.01'), 'Expected M'],
  [VECTOR.replace('/M:1.00', ''), 'Expected M'],
  [VECTOR.replace('aivss-0.8', 'aivss-0.5'), 'Expected AU'],
  [VECTOR.replace('AU:0.80', 'AU:0.8'), 'Expected AU'],
  [VECTOR.replace('AU:0.80', 'AU:00.80'), 'Expected AU'],
  [VECTOR.replace('AU:0.80', 'AU:-0.10'), 'Expected AU'],
  [VECTOR.replace('AU:0.80', 'AU:0.80:1'), 'Expected AU'],
  [VECTOR.replace('AU:0.80', 'AU:٠.80'), 'Expected AU'],
  [VECTOR.replace('AU:0.80/GP:0.60', 'GP:0.60/AU:0.80'), 'Expected AU'],
  [VECTOR.replace('AU:0.80', 'AU:0.80/AU:0.80'), 'Expected GP'],
  [VECTOR.replace('C:9.1', 'C:9'), 'ends with C'],
  [VECTOR.replace('C:9.1', 'C:10.1'), 'ends with C'],
  [VECTOR.replace('C:9.1', 'C:09.1'), 'ends with C'],
  [VECTOR.replace('/C:9.1', ''), 'ends with C'],
  [`${VECTOR}/`, 'ends with C'],
  [`${VECTOR}\n`, 'ends with C'],
  [`${VECTOR}/C:9.1`, 'ends with C'],
  [VECTOR.replace('C:9.1', 'CVSS:4.0/AV:N'), 'unreadable'],
  [VECTOR.replace('C:9.1', V31.replace('AV:N/AC:L', 'AC:L/AV:N')), `write it as ${V31}`],
  [`${VECTOR}/${'x/'.repeat(50_000)}`, 'at most 400 characters'],
])('%j is refused', (text, reason) => {
  expect(errorOf(text)).toContain(reason)
})
