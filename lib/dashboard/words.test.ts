import { describe, expect, test } from 'vitest'
import { boundedText, nothingMovedText, reasonText } from '@/lib/dashboard/words'

const since = new Date('2026-03-01T00:00:00Z')
const score = { formula: 'aivss-0.8', score: 5, severity: 'Medium' } as const
const moved = {
  ...{ agentId: 'a', name: 'An agent', slug: 'an-agent', key: 'an-agent', at: since },
  ...{ before: score, after: { ...score, score: 5.1 } },
}

describe('what the dashboard says of movement', () => {
  test('that nothing moved is said of what was looked at alone', () => {
    expect(nothingMovedText({ isBounded: false, since })).toBe(
      'No agent shows another score than on 1 March 2026.',
    )
    expect(nothingMovedText({ isBounded: true, since })).toBe('None of them shows another score now.')
  })

  test('several steps are named where there were several, and many small inputs where there were those', () => {
    const reason = { cause: 'published', mostly: null } as const
    expect(reasonText({ ...moved, reason: { ...reason, isAddedUp: false } })).toBe('in several steps')
    expect(reasonText({ ...moved, reason: { ...reason, isAddedUp: true } })).toBe(
      'by less than 0.01 of any input',
    )
  })
})

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_001, '1,000+'],
])('%d that were counted row by row read “%s”', (count, text) => {
  expect(boundedText(count)).toBe(text)
})
