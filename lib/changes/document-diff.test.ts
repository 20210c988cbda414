import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Draft, draftSchema } from '@/lib/assessment/document'
import { publishable, withDefaults } from '@/lib/assessment/missing'
import { anyDraft, FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { diffDocuments } from '@/lib/changes/document-diff'
import { DOCUMENT_FIELDS } from '@/lib/changes/document-fields'
import type { FieldChange } from '@/lib/changes/field-change'

const EMPTY: Draft = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }

/** The only change between a document with every field and the same one with a part replaced. */
const changeTo = (part: Partial<Draft>): FieldChange | undefined => {
  const { changes } = diffDocuments(FULL_DOCUMENT, draftSchema.parse({ ...FULL_DOCUMENT, ...part }))
  expect(changes).toHaveLength(1)
  return changes[0]
}

test('what publishing writes out of a draft is nothing that anybody has changed', () => {
  const { threatMultiplier: _threat, mitigationFactor: _mitigation, ...left } = FULL_DOCUMENT
  const published = publishable(left)
  if (!published.ok) throw new Error('not publishable')
  expect(diffDocuments(left, published.value).changes).toHaveLength(2)
  expect(diffDocuments(withDefaults(left), withDefaults(published.value)).changes).toEqual([])
})

const pathsOf = (changes: readonly FieldChange[]) => changes.map(({ path }) => path)

/** Every value of a document with its keys, the version of the format excepted. */
const leavesOf = (value: unknown, keys: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]))
    : [keys]

/** A copy of a document that lacks one value. */
const lacking = (document: Draft, [...keys]: readonly string[]): unknown => {
  const copy: unknown = structuredClone(document)
  const last = keys.pop() ?? ''
  const parent = keys.reduce((value, key) => Object(value)[key], copy)
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else Reflect.deleteProperty(Object(parent), last)
  return copy
}

describe('the differences between two documents', () => {
  test('are none between a document and itself, and each field that holds something is counted', () => {
    const { changes, unchanged } = diffDocuments(FULL_DOCUMENT, structuredClone(FULL_DOCUMENT))
    expect(changes).toEqual([])
    // All fields but the vector of CVSS and the three of the factor that the set does not have.
    expect(unchanged).toBe(DOCUMENT_FIELDS.length - 4)
    expect(diffDocuments(EMPTY, EMPTY)).toEqual({ changes: [], unchanged: 2, score: null })
  })

  const leaves = leavesOf(FULL_DOCUMENT).filter(
    ([key = '']) => !['schemaVersion', 'formula', 'factorSet'].includes(key),
  )

  test.each(leaves.map((keys) => [keys.join('.'), keys] as const))(
    'name %s when it is gone',
    (path, keys) => {
      const { changes } = diffDocuments(FULL_DOCUMENT, draftSchema.parse(lacking(FULL_DOCUMENT, keys)))
      expect(changes).toHaveLength(1)
      expect(path.startsWith(changes[0]?.path ?? 'nothing')).toBe(true)
    },
  )

  test('come in the order of the document, and turn round with the two sides', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (one, other) => {
        const there = diffDocuments(one, other)
        const back = diffDocuments(other, one)
        const order = DOCUMENT_FIELDS.map(({ path }) => path)
        expect(pathsOf(there.changes)).toEqual(order.filter((path) => pathsOf(there.changes).includes(path)))
        expect(pathsOf(back.changes)).toEqual(pathsOf(there.changes))
        expect(back.unchanged).toBe(there.unchanged)
        expect(back.changes.map(({ before, after }) => [after, before])).toEqual(
          there.changes.map(({ before, after }) => [before, after]),
        )
      }),
    )
  })

  test('hold both texts of every changed text', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (one, other) => {
        for (const change of diffDocuments(one, other).changes) {
          if (change.kind !== 'text') continue
          const side = (left: string) =>
            change.segments.map(({ kind, text }) => (kind === left ? '' : text)).join('')
          expect(side('added')).toBe(change.before ?? '')
          expect(side('removed')).toBe(change.after ?? '')
        }
      }),
    )
  })
})

describe('a change', () => {
  test('of a figure has its sign, and is exact', () => {
    const factors = { ...FULL_DOCUMENT.factors, memory: { ...FULL_DOCUMENT.factors.memory, value: 0.29 } }
    expect(changeTo({ factors })).toEqual({
      path: 'factors.memory.value',
      label: 'Persistent Memory',
      kind: 'figure',
      before: '0.45',
      after: '0.29',
      change: '−0.16',
    })
    expect(changeTo({ threatMultiplier: { ...FULL_DOCUMENT.threatMultiplier, value: 1.4 } })).toMatchObject({
      before: '1.10',
      after: '1.40',
      change: '+0.30',
    })
  })

  test('of a figure that one side lacks has no size', () => {
    const { value: _, ...unrated } = FULL_DOCUMENT.factors.memory ?? {}
    expect(changeTo({ factors: { ...FULL_DOCUMENT.factors, memory: unrated } })).toMatchObject({
      before: '0.45',
      after: null,
      change: null,
    })
  })

  test('from an asserted base to a vector compares the bases, too', () => {
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
    const after = { ...FULL_DOCUMENT, cvss: { vector, rationale: FULL_DOCUMENT.cvss.rationale } }
    expect(diffDocuments(FULL_DOCUMENT, after).changes).toMatchObject([
      { path: 'cvss.base', before: '9.1', after: '9.8', change: '+0.7' },
      { path: 'cvss.vector', before: null, after: vector },
    ])
  })

  test('of a certainty is told in the words of the report', () => {
    const layers = {
      ...FULL_DOCUMENT.layers,
      L3: { ...FULL_DOCUMENT.layers.L3, certainty: 'uncertain' as const },
    }
    expect(changeTo({ layers })).toEqual({
      path: 'layers.L3.certainty',
      label: 'L3 Agent Frameworks: certainty',
      kind: 'choice',
      before: 'Mapped',
      after: 'Not certain from the listing',
    })
  })

  test('of tags names what came and what went', () => {
    expect(changeTo({ tags: ['booking', 'tide'] })).toMatchObject({
      kind: 'list',
      added: [{ text: 'tide', url: null }],
      removed: [{ text: 'harbour', url: null }],
      reordered: false,
    })
    expect(changeTo({ tags: ['booking', 'harbour'] })).toMatchObject({
      added: [],
      removed: [],
      reordered: true,
    })
  })

  test('of a link or of evidence names what came and what went', () => {
    expect(changeTo({ links: { ...FULL_DOCUMENT.links, homepage: 'https://example.com/' } })).toMatchObject({
      added: [{ text: 'Homepage', url: 'https://example.com/' }],
      removed: [{ text: 'Homepage', url: 'https://example.org/' }],
    })
    const evidence = [{ text: 'Seen twice.' }, { text: 'Seen twice.' }]
    const factors = { ...FULL_DOCUMENT.factors, opacity: { ...FULL_DOCUMENT.factors.opacity, evidence } }
    expect(changeTo({ factors })).toMatchObject({
      added: [
        { text: 'Seen twice.', url: null },
        { text: 'Seen twice.', url: null },
      ],
      removed: [{ text: 'What shows opacity.', url: 'https://example.org/opacity' }],
    })
  })

  test('from an absent text to a blank one is none', () => {
    expect(diffDocuments({ ...EMPTY, summary: '' }, EMPTY).changes).toEqual([])
  })
})

describe('the score', () => {
  test('goes from one to the other, with the severity', () => {
    const after = { ...FULL_DOCUMENT, mitigationFactor: { value: 1 } }
    expect(diffDocuments(FULL_DOCUMENT, after).score).toEqual({
      before: { score: '7.9', severity: 'High' },
      after: { score: '9.5', severity: 'Critical' },
      change: '+1.6',
      severityChanged: true,
    })
    expect(diffDocuments(FULL_DOCUMENT, FULL_DOCUMENT).score).toMatchObject({
      change: '0.0',
      severityChanged: false,
    })
  })

  test('is left out where one of them cannot be scored', () => {
    expect(diffDocuments(EMPTY, FULL_DOCUMENT).score).toBeNull()
    expect(diffDocuments(FULL_DOCUMENT, EMPTY).score).toBeNull()
  })
})
