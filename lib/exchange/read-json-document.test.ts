import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreDocument } from '@/lib/assessment/score-document'
import { anyDraft, FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { readImport } from '@/lib/exchange/read-import'

const TWIN = {
  document: FULL_DOCUMENT,
  score: scoreDocument(FULL_DOCUMENT),
  revision: 3,
  publishedAt: '2026-10-01T00:00:00Z',
  byline: null,
  url: 'https://example.org/agents/harbour-pilot/threat-model/3',
}

const problemsOf = (value: unknown) => {
  const result = readImport(typeof value === 'string' ? value : JSON.stringify(value))
  return result.ok ? [] : result.error
}

describe('a JSON document', () => {
  test('reads back as the draft that it was written from', () => {
    fc.assert(
      fc.property(anyDraft, fc.constantFrom(0, 2), (draft, indent) => {
        const text = JSON.stringify(draft, null, indent)
        expect(readImport(text)).toEqual({ ok: true, value: { draft, form: 'document', remarks: [] } })
        expect(readImport(`\u{FEFF}\r\n ${text}\n`)).toEqual(readImport(text))
      }),
    )
  })

  test('has its line ends made the same, in every text', () => {
    const layers = { L1: { narrative: 'One.\r\n\r\nTwo.' } }
    const draft = { formula: 'aivss-0.8', factorSet: 'goal-planning', summary: 'a\r\nb', layers }
    expect(readImport(JSON.stringify(draft))).toMatchObject({
      value: { draft: { summary: 'a\nb', layers: { L1: { narrative: 'One.\n\nTwo.' } } } },
    })
    expect(problemsOf({ ...draft, summary: 'a\rb' })).toEqual([
      { where: 'summary', message: expect.stringContaining('carriage return') },
    ])
  })

  test('gets a message for each wrong path, and nothing of it is read', () => {
    const broken = {
      ...FULL_DOCUMENT,
      name: 7,
      zeal: 1,
      factors: { ...FULL_DOCUMENT.factors, autonomy: { value: 2, evidence: [{ url: 'javascript:1' }] } },
      layers: { L1: { certainty: 'perhaps' } },
    }
    expect(
      problemsOf(broken)
        .map(({ where }) => where)
        .sort(),
    ).toEqual([
      'factors.autonomy.evidence[0].url',
      'factors.autonomy.value',
      'layers.L1.certainty',
      'name',
      'zeal',
    ])
    expect(problemsOf({}).map(({ where }) => where)).toEqual(['formula', 'factorSet'])
  })

  test('that is not JSON is refused with line and column', () => {
    expect(problemsOf('{\n  "name": “Harbour”\n}')).toEqual([
      { where: 'line 2, column 11', message: expect.stringContaining('““”; a value') },
    ])
  })

  test('of a later version is refused in words', () => {
    expect(problemsOf({ ...FULL_DOCUMENT, schemaVersion: 2 })).toEqual([
      { where: 'schemaVersion', message: expect.stringContaining('Update') },
    ])
  })

  test('that nests too deep or lists too much is refused', () => {
    expect(problemsOf(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`)).toEqual([
      { where: 'the document', message: expect.stringContaining('32 levels') },
    ])
    expect(problemsOf(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toHaveLength(1)
    expect(problemsOf({ tags: Array.from({ length: 5_001 }, () => '') })).toEqual([
      { where: 'the document', message: expect.stringContaining('5000 items') },
    ])
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'with the key %s is refused by that name, and changes nothing else',
    (key) => {
      const text = JSON.stringify(FULL_DOCUMENT).replace('{', `{"${key}":{"polluted":true},`)
      expect(problemsOf(text)).toEqual([{ where: key, message: `“${key}” is not a field here; remove it.` }])
      expect(problemsOf(`{"document":${text}}`)[0]?.message).toContain(key)
      expect(problemsOf(JSON.stringify(TWIN).replace('{', `{"${key}":{},`))).toHaveLength(1)
      expect({}).not.toHaveProperty('polluted')
    },
  )
})

describe('the twin of a report', () => {
  test('is read for its document alone', () => {
    const value = { draft: FULL_DOCUMENT, form: 'twin', remarks: [] }
    expect(readImport(JSON.stringify(TWIN))).toEqual({ ok: true, value })
    expect(readImport(JSON.stringify({ ...TWIN, score: { score: 1 } }))).toEqual({ ok: true, value })
  })

  test('with a key that no twin has is refused by name', () => {
    expect(problemsOf({ ...TWIN, owner: 'me' })).toEqual([
      { where: 'owner', message: expect.stringContaining('“owner” is not a field of a report’s twin') },
    ])
  })

  test('says where in the file a problem is', () => {
    const document = { ...FULL_DOCUMENT, vendor: 'a\nb', score: 9 }
    expect(
      problemsOf({ ...TWIN, document })
        .map(({ where }) => where)
        .sort(),
    ).toEqual(['document.score', 'document.vendor'])
    expect(problemsOf({ ...TWIN, document: null })).toEqual([
      { where: 'document', message: 'The document is an object.' },
    ])
  })
})

test('an empty text, and one that no request could carry, are refused', () => {
  expect(problemsOf(' \n\u{FEFF}')).toEqual([
    { where: 'the text', message: expect.stringContaining('empty') },
  ])
  expect(problemsOf(`${' '.repeat(10_485_760)}{}`)).toEqual([
    { where: 'the text', message: expect.stringContaining('10,485,760') },
  ])
})
