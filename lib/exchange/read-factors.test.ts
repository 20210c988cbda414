import { describe, expect, test } from 'vitest'
import { ratingsOf, read, remarksOf } from '@/lib/exchange/testing/reading'
import { RATINGS, reportTextWith } from '@/lib/exchange/testing/report-text'

describe('the table', () => {
  test('keeps a rationale in the third cell, with its pipes', () => {
    const { draft } = read(
      reportTextWith({ 4: '| Autonomy of Action | 0.70 | It acts alone \\| at night | and by day |' }),
    )
    expect(draft.factors?.autonomy).toEqual({
      value: 0.7,
      rationale: 'It acts alone | at night | and by day',
    })
  })

  test('may use the names of the 0.8 paper, which rates language instead of planning', () => {
    const text = reportTextWith({
      4: '| Execution Autonomy | 0.70 | |',
      5: '| Natural Language Interface | 0.40 | |',
      7: '| external tool control surface | 0.80',
      8: '| State Retention | 0.20 | |',
    })
    expect(read(text).draft.factorSet).toBe('natural-language')
    const { goalPlanning: language, ...shared } = RATINGS
    expect(ratingsOf(text)).toEqual({ ...shared, language })
    expect(remarksOf(text)).toEqual([])
  })

  test('tells the set by those names alone where the tenth row is missing', () => {
    const text = reportTextWith({ 5: '', 8: '| State Retention | 0.20 | |' })
    expect(read(text).draft.factorSet).toBe('natural-language')
    expect(remarksOf(text)).toEqual([
      {
        where: 'factors.language.value',
        message: expect.stringContaining('Natural Language Interface was not found'),
      },
    ])
  })

  test('with eleven rows keeps one set, and says which row it left', () => {
    const text = reportTextWith({ 3: 'OWASP AIVSS score rationale\n| Natural Language Interface | 0.9 |' })
    expect(read(text).draft.factorSet).toBe('goal-planning')
    expect(ratingsOf(text)).toEqual(RATINGS)
    expect(remarksOf(text)).toEqual([
      { where: 'line 4', message: expect.stringContaining('not in the factor set goal-planning') },
    ])
  })

  test.each([
    ['| Autonomy of Action | 1.20 | |', 'from 0 to 1'],
    ['| Autonomy of Action | -0.20 | |', 'from 0 to 1'],
    ['| Autonomy of Action | 0.755 | |', 'at most two decimals'],
    ['| Autonomy of Action | high | |', 'no number'],
    ['| Autonomy of Action | 70% | |', 'no number'],
    ['| Autonomy of Action | | |', 'no rating'],
    ['Autonomy of Action', 'no rating'],
  ])('%s leaves the factor unrated and says why', (row, words) => {
    const text = reportTextWith({ 4: row })
    const { autonomy: _, ...others } = RATINGS
    expect(ratingsOf(text)).toEqual(others)
    expect(remarksOf(text)).toEqual([{ where: 'line 4', message: expect.stringContaining(words) }])
  })

  test('rates a negative zero as zero', () => {
    expect(ratingsOf(reportTextWith({ 6: '| Self-Modification | -0.00 | |' }))).toEqual(RATINGS)
  })

  test('says which row it does not know and which it misses', () => {
    const text = reportTextWith({ 9: '| Seaworthiness | 0.50 | |' })
    expect(remarksOf(text)).toEqual([
      {
        where: 'line 9',
        message:
          '“| Seaworthiness | 0.50 | |” names no factor and was not read; correct the name, or add it by hand.',
      },
      {
        where: 'factors.context.value',
        message: 'Contextual Awareness was not found in the table; rate it from 0 to 1.',
      },
    ])
  })

  test('takes the first of two rows for a factor, and says so where they differ', () => {
    const twice = (value: string) =>
      reportTextWith({ 5: `| Goal-Driven Planning | 0.40 |\n| Goal-Driven Planning | ${value} |` })
    expect(remarksOf(twice('0.4'))).toEqual([])
    expect(ratingsOf(twice('0.9'))).toEqual(RATINGS)
    expect(remarksOf(twice('0.9'))).toEqual([
      { where: 'line 6', message: expect.stringContaining('a second time; line 5 was taken') },
    ])
  })
})
