import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCvss } from '@/lib/cvss/cvss'
import { CVSS_METRICS, CVSS_VERSIONS, type CvssVersion } from '@/lib/cvss/metrics'
import {
  carryOver,
  chooseMetric,
  missingMetrics,
  readPartialVector,
  writePartialVector,
} from '@/lib/cvss/partial-vector'

/** Some of the metrics of a version, each with one of its values. */
const choicesOf = (version: CvssVersion, requiredKeys: [] | undefined) =>
  fc.record(
    Object.fromEntries(
      CVSS_METRICS[version].map(({ code, values }) => [
        code,
        fc.constantFrom(...values.map((value) => value.code)),
      ]),
    ),
    requiredKeys === undefined ? {} : { requiredKeys },
  )

describe.each(CVSS_VERSIONS)('v%s', (version) => {
  const some = choicesOf(version, [])

  test('what is chosen so far is read again from what is written', () => {
    fc.assert(
      fc.property(some, (choices) => {
        const read = readPartialVector(writePartialVector(version, choices))
        expect(read).toEqual({ version, choices: { ...choices }, rest: [] })
      }),
    )
  })

  test('the order in which metrics were typed does not matter to what is chosen', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (choices, picks) => {
        const [prefix, ...parts] = writePartialVector(version, choices).split('/')
        const shuffled = parts
          .map((part) => ({ part, at: picks.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ part }) => part)
        expect(readPartialVector([prefix, ...shuffled].join('/'))?.choices).toEqual({ ...choices })
      }),
    )
  })

  test('every complete vector is one that is scored, and an incomplete one names what it lacks', () => {
    fc.assert(
      fc.property(choicesOf(version, undefined), (choices) => {
        const vector = writePartialVector(version, choices)
        const read = parseCvss(vector)
        expect(read.ok && read.value.vector).toBe(vector)
      }),
    )
    fc.assert(
      fc.property(some, (choices) => {
        const missing = missingMetrics({ version, choices, rest: [] }).map(({ code }) => code)
        const all = CVSS_METRICS[version].map(({ code }) => code)
        expect(missing).toEqual(all.filter((code) => !(code in choices)))
        expect(parseCvss(writePartialVector(version, choices)).ok).toBe(missing.length === 0)
      }),
    )
  })

  test('choosing metric by metric, in any order, ends at the same vector', () => {
    fc.assert(
      fc.property(
        choicesOf(version, undefined).chain((choices) =>
          fc.tuple(fc.constant(choices), fc.shuffledSubarray(Object.keys(choices), { minLength: 8 })),
        ),
        ([choices, order]) => {
          const text = order.reduce(
            (vector, code) => chooseMetric(vector, version, code, choices[code] ?? ''),
            '',
          )
          const chosen = Object.fromEntries(order.map((code) => [code, choices[code] ?? '']))
          expect(text).toBe(writePartialVector(version, chosen))
        },
      ),
    )
  })

  test('whatever is typed behind the prefix, nothing of it gets lost when a metric is chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Z]{1,3}:?[A-Z]{0,2}$/)), (parts) => {
        const text = chooseMetric([`CVSS:${version}`, ...parts].join('/'), version, 'AV', 'N')
        const others = parts.filter((part) => part.split(':')[0] !== 'AV')
        expect(text.split('/').sort()).toEqual([`CVSS:${version}`, 'AV:N', ...others].sort())
      }),
    )
  })

  test('what means the same goes over to the other version and comes back', () => {
    fc.assert(
      fc.property(some, (choices) => {
        const vector = writePartialVector(version, choices)
        const start = { version, choices, rest: [] }
        const there = readPartialVector(carryOver(start, ''))
        if (there === null) return expect(carryOver(start, '')).toBe('')
        expect(there.version).not.toBe(version)
        expect(carryOver(there, vector)).toBe(vector)
      }),
    )
  })
})

test('the shared metrics and the impacts are carried, and what the other version said besides stays', () => {
  const v40 = readPartialVector('CVSS:4.0/AV:A/AC:H/AT:P/PR:L/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H')
  expect(v40 && carryOver(v40, '')).toBe('CVSS:3.1/AV:A/AC:H/PR:L/C:H/I:L/A:N')
  expect(v40 && carryOver(v40, 'CVSS:3.1/AV:N/UI:R/S:C/C:N')).toBe(
    'CVSS:3.1/AV:A/AC:H/PR:L/UI:R/S:C/C:H/I:L/A:N',
  )
})

test('a metric that is said twice or wrongly is put right by choosing it', () => {
  expect(chooseMetric('CVSS:4.0/AV:N/AV:L/AC:Q/E:A', '4.0', 'AV', 'P')).toBe('CVSS:4.0/AV:P/AC:Q/E:A')
  expect(chooseMetric('9.1', '4.0', 'AV', 'P')).toBe('CVSS:4.0/AV:P')
})

test('the first of two values stands, and the second is kept until somebody chooses', () => {
  const read = readPartialVector('CVSS:4.0/AV:N/AV:L/AC:Q//E:A')
  expect(read).toEqual({ version: '4.0', choices: { AV: 'N' }, rest: ['AV:L', 'AC:Q', 'E:A'] })
  expect(chooseMetric('CVSS:4.0/AV:N/AV:L', '4.0', 'PR', 'H')).toBe('CVSS:4.0/AV:N/PR:H/AV:L')
})

test.each(['', '9.1', 'CVSS', 'CVSS:3.0/AV:N', 'cvss:4.0/AV:N', 'CVSS:4.00', 'AV:N/AC:L/Au:N'])(
  '%j is no vector on its way',
  (text) => {
    expect(readPartialVector(text)).toBeNull()
  },
)

test('names that every object has are no metrics', () => {
  expect(readPartialVector('CVSS:4.0/constructor:N/__proto__:N')?.choices).toEqual({})
})
