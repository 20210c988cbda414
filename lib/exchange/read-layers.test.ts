import { describe, expect, test } from 'vitest'
import { certaintiesOf, narrativesOf, read, remarksOf } from '@/lib/exchange/testing/reading'
import { NARRATIVES, reportTextWith } from '@/lib/exchange/testing/report-text'
import { LAYERS } from '@/lib/maestro/layers'

describe('the layers', () => {
  const named = (prefix: (index: number) => string): string =>
    reportTextWith(
      Object.fromEntries(NARRATIVES.map((narrative, index) => [17 + index, prefix(index) + narrative])),
    )

  const nameAt = (index: number) => LAYERS[index]?.name ?? ''

  test.each([
    ['an id', (index: number) => `L${index + 1}: `],
    ['a name', (index: number) => `${nameAt(index)} — `],
    ['both', (index: number) => `L${index + 1} ${nameAt(index)}: `],
    [
      'a number and the name in capitals',
      (index: number) => `Layer ${index + 1} – ${nameAt(index).toUpperCase()} – `,
    ],
    ['a heading above', (index: number) => `### ${index + 1}. ${nameAt(index)}\n`],
    ['id and name on lines of their own', (index: number) => `L${index + 1}\n${nameAt(index)}\n`],
  ])('may begin with %s', (_, prefix) => {
    const text = named(prefix)
    expect(narrativesOf(text)).toEqual(NARRATIVES)
    expect(remarksOf(text)).toEqual([])
  })

  test('belong to the layer that they name, in whatever order they stand', () => {
    const text = reportTextWith({
      17: `L2: ${NARRATIVES[1]}`,
      18: `L1: ${NARRATIVES[0]}`,
      19: `L3: ${NARRATIVES[2]}`,
    })
    expect(narrativesOf(text)).toEqual(NARRATIVES)
  })

  test('keep a sentence that only begins like a name', () => {
    const text = reportTextWith({ 19: 'Agent frameworks are in use here: two of them.' })
    expect(narrativesOf(text)[2]).toBe('Agent frameworks are in use here: two of them.')
  })

  test.each([
    'Not certain from the listing — L5: text',
    'L5 — Not certain from the listing — text',
    '**Not certain from the listing —** text',
    '*Not certain from listing*: text',
    '[NOT CERTAIN FROM THE LISTING] text',
    'Not certain from the listing –text',
  ])('%j is uncertain', (paragraph) => {
    const text = reportTextWith({ 21: paragraph })
    expect(read(text).draft.layers?.L5).toEqual({ certainty: 'uncertain', narrative: 'text' })
  })

  test('may have the mark on a line of its own', () => {
    const text = named((index) => `L${index + 1}\n${index === 3 ? 'Not certain from the listing\n' : ''}`)
    expect(narrativesOf(text)).toEqual(NARRATIVES)
    expect(certaintiesOf(text).filter((certainty) => certainty === 'uncertain')).toHaveLength(1)
    expect(read(text).draft.layers?.L4?.certainty).toBe('uncertain')
  })

  test('keep a sentence that only begins like the mark', () => {
    const sentence = 'Not certain from the listing is whether it logs.'
    expect(read(reportTextWith({ 21: sentence })).draft.layers?.L5).toEqual({
      certainty: 'mapped',
      narrative: sentence,
    })
  })

  test('may have line breaks in them where blank lines stand between them', () => {
    const wrapped = NARRATIVES.map((narrative) => narrative.replace(' ', '\n'))
    const text = reportTextWith({
      ...Object.fromEntries(wrapped.map((narrative, index) => [17 + index, `${narrative}\n`])),
      16: '',
    })
    expect(narrativesOf(text)).toEqual(wrapped)
  })

  test('keep several paragraphs below a heading together', () => {
    const text = named((index) => `L${index + 1} ${nameAt(index)}\n`).replace(
      'booking tools',
      'booking tools.\nThey',
    )
    expect(narrativesOf(text)[2]).toBe('The booking tools.\n\nThey take a berth number without a check.')
  })

  test('that are too few are named', () => {
    const text = reportTextWith({ 22: '', 23: '' })
    expect(remarksOf(text)).toEqual([
      {
        where: 'layers.L6.narrative',
        message: 'No paragraph was left for L6 Security & Compliance; write its narrative.',
      },
      {
        where: 'layers.L7.narrative',
        message: 'No paragraph was left for L7 Agent Ecosystem; write its narrative.',
      },
    ])
  })

  test('that are too many are named by line', () => {
    const text = reportTextWith({ 23: `${NARRATIVES[6]}\nAn eighth.` })
    expect(narrativesOf(text)).toEqual(NARRATIVES)
    expect(remarksOf(text)).toEqual([
      { where: 'line 24', message: expect.stringContaining('“An eighth.” stands behind the seventh layer') },
    ])
  })

  test('that are too long stay out, with the reason', () => {
    const text = reportTextWith({ 19: 'berth '.repeat(4_000) })
    expect(read(text).draft.layers?.L3).toEqual({ certainty: 'mapped' })
    expect(remarksOf(text)).toEqual([
      { where: 'line 19', message: expect.stringContaining('the limit is 20,000') },
    ])
  })
})
