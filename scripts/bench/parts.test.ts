import { expect, test } from 'vitest'
import { partsOf } from '@/scripts/bench/parts'

test('without an argument everything is measured', () => {
  expect(partsOf([])).toEqual({ ok: true, value: { editor: true, sizes: [1_000, 10_000, 100_000] } })
})

test('--scale measures the sizes alone, and --million these and a larger one', () => {
  expect(partsOf(['--scale'])).toMatchObject({ value: { editor: false, sizes: [1_000, 10_000, 100_000] } })
  for (const args of [['--million'], ['--scale', '--million']])
    expect(partsOf(args)).toMatchObject({
      value: { editor: false, sizes: [1_000, 10_000, 100_000, 1_000_000] },
    })
})

test('what is unknown is named, and nothing is measured', () => {
  const parts = partsOf(['--scale', '--huge', 'please'])
  expect(parts).toEqual({ ok: false, error: expect.stringMatching(/^--huge please is unknown here/) })
})
