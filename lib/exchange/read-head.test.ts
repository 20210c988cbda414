import { describe, expect, test } from 'vitest'
import { read, remarksOf } from '@/lib/exchange/testing/reading'
import { reportTextWith } from '@/lib/exchange/testing/report-text'

describe('the head', () => {
  const withFigures = (lines: string) => reportTextWith({ 2: `${lines}\nThis server books berths.` })
  const figuresOf = (lines: string) => {
    const { cvss, threatMultiplier, mitigationFactor } = read(withFigures(lines)).draft
    return [cvss, threatMultiplier?.value, mitigationFactor?.value]
  }

  test.each([
    'CVSS 9.1 · T 1.1 · M 0.83 · AIVSS 7.9 High',
    'CVSS base 9.1 · Factor sum 4.3 · AARS 0.43 · Threat ×1.1 · Mitigation ×0.83',
    'CVSS v4.0 base score: 9.1 / 10\nThreat multiplier: 1.10\nMitigation factor = 0,83',
    'CVSS Base\n9.1\nThreat multiplier\n1.1\nMitigation factor\n0.83',
    '| CVSS base | 9.1 |\n| T | 1.1 |\n| M | 0.83 |',
    'C = 9.1, T = 1.1, M = 0.83, score 7.9 (High)',
  ])('%j gives C, T and M', (lines) => {
    expect(figuresOf(lines)).toEqual([{ base: 9.1 }, 1.1, 0.83])
    expect(read(withFigures(lines)).draft.summary).toBe('This server books berths.')
    expect(read(withFigures(lines)).remarks).toEqual([])
  })

  test('gives the rationale of a figure in a row', () => {
    expect(figuresOf('| CVSS base | 9.1 | Reachable from the quay. |')[0]).toEqual({
      base: 9.1,
      rationale: 'Reachable from the quay.',
    })
  })

  test('gives a vector rather than the base that follows from it', () => {
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
    expect(figuresOf(`CVSS 9.8 · ${vector}`)[0]).toEqual({ vector })
    expect(figuresOf(`Vector: ${vector}`)[0]).toEqual({ vector })
    expect(figuresOf(`CVSS 9.1 · ${vector}`)[0]).toBeUndefined()
  })

  test.each([
    ['CVSS 4.0', 'may be the version'],
    ['CVSS 9.1\nCVSS base 9.8', 'says 9.8 where line 2 says 9.1'],
    ['CVSS 11', 'from 0 to 10'],
    ['CVSS 9.15', 'one decimal'],
    ['CVSS:3.1/AV:N', 'The vector lacks'],
    ['9.1', 'a number without a name'],
    ['9.1 / 10 · High', 'a number without a name'],
  ])('%j is not taken for C, and the reason is said', (lines, words) => {
    expect(figuresOf(lines)[0]).toBeUndefined()
    expect(read(withFigures(lines)).remarks[0]).toEqual({
      where: expect.stringMatching(/^line [23]$/),
      message: expect.stringContaining(words),
    })
  })

  test('does not mistake a sentence with figures for a line of figures', () => {
    const sentence = 'With a CVSS base of 9.1, it is not to be trusted.'
    expect(read(reportTextWith({ 2: sentence })).draft.summary).toBe(sentence)
  })

  test('prints a score that is compared and never taken', () => {
    const figures = 'CVSS 9.1 · T 1.1 · M 0.83'
    expect(read(withFigures(`${figures} · AIVSS 7.9`)).remarks).toEqual([])
    expect(read(withFigures(`${figures} · AIVSS 9.9`)).remarks).toEqual([
      { where: 'line 2', message: expect.stringContaining('prints 9.9, but what was read scores 7.9 under') },
    ])
    expect(read(withFigures('AIVSS 9.9')).remarks[0]?.message).toContain('was not compared')
  })

  test('without a title or a summary says so', () => {
    expect(remarksOf(reportTextWith({ 1: '', 2: '' })).map(({ where }) => where)).toEqual(['name', 'summary'])
    expect(read(reportTextWith({ 1: '' })).draft.summary).toContain('books berths')
  })

  test('says what stands above the title and behind the summary', () => {
    expect(remarksOf(`Menu\n${reportTextWith({ 2: 'A summary.\n\nShare this page' })}`)).toEqual([
      { where: 'line 1', message: '“Menu” stands above the title and was not read.' },
      { where: 'line 5', message: expect.stringContaining('“Share this page” stands behind the summary') },
    ])
  })

  test('may be too long for its fields', () => {
    const text = reportTextWith({
      1: `${'berth '.repeat(40)}— agentic threat model`,
      2: 'berth '.repeat(400),
    })
    expect(read(text).draft).not.toHaveProperty('name')
    expect(read(text).draft).not.toHaveProperty('summary')
    expect(remarksOf(text).map(({ where }) => where)).toEqual(['line 1', 'line 2'])
  })
})
