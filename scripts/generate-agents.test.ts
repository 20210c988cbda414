import { expect, test } from 'vitest'
import { readOptions } from '@/scripts/generate-agents'

const fault = (...args: string[]) => {
  const read = readOptions(args)
  return read.ok ? undefined : read.error
}

test('what is asked for is read, and the rest is as usual', () => {
  expect(readOptions(['--agents', '100000', '--until', '2026-11-01'])).toEqual({
    ok: true,
    value: { agents: 100_000, seed: 1, listed: 0.1, until: new Date('2026-11-01T00:00:00Z') },
  })
  expect(
    readOptions(['--agents=5', '--listed', '0.5', '--seed', '9', '--workspace', 'security']),
  ).toMatchObject({
    ok: true,
    value: { agents: 5, listed: 0.5, seed: 9, workspace: 'security' },
  })
})

test.each([
  [['--agents', '0'], '--agents takes how many'],
  [['--agents', '2.5'], '--agents takes how many'],
  [['--agents', 'many'], '--agents takes how many'],
  [['--agents', '5', '--listed', '2'], '--listed takes the share'],
  [['--agents', '5', '--seed', '-1'], 'Something there is unknown or has no value.'],
  [['--agents', '5', '--until', '2026-13-01'], '--until takes a day that there is.'],
  [['--agents'], 'Something there is unknown or has no value.'],
  [['--agentss', '5'], 'Something there is unknown or has no value.'],
  [['5'], 'Something there is unknown or has no value.'],
  [['--seed', '5'], 'Say how many.'],
])('%j is refused with what to write', (args, message) => {
  expect(fault(...args)).toContain(message)
  expect(fault(...args)).toContain('npm run generate -- --agents 100000')
})
