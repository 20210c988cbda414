import { describe, expect, test } from 'vitest'
import { FACTOR_SETS, FACTORS } from '@/lib/aivss/factors'
import { type AssessmentDocument, type Draft, documentSchema, draftSchema } from '@/lib/assessment/document'
import { issuesOf } from '@/lib/assessment/issues'
import { LIMITS } from '@/lib/assessment/limits'
import { missingForPublishing, publishable } from '@/lib/assessment/missing'
import { scoreDocument } from '@/lib/assessment/score-document'
import { twinSchema } from '@/lib/assessment/twin'
import { parseDocument, parseDraft } from '@/lib/assessment/versions'
import { LAYER_IDS } from '@/lib/maestro/layers'

const EMPTY: Draft = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }

const DOCUMENT: AssessmentDocument = {
  schemaVersion: 1,
  name: 'Example server',
  kind: 'mcp-server',
  vendor: 'Example',
  description: 'A server.\n\nWith two paragraphs.',
  links: { listing: 'https://example.org/listing' },
  tags: ['cloud', 'mcp'],
  summary: 'What matters.',
  formula: 'aivss-0.8',
  factorSet: 'goal-planning',
  cvss: { base: 9.1, rationale: 'Reachable from the network.' },
  threatMultiplier: { value: 1.1, rationale: 'Attacked.' },
  mitigationFactor: { value: 1 },
  factors: Object.fromEntries(
    FACTOR_SETS['goal-planning'].factors.map((id) => [
      id,
      {
        value: 0.45,
        rationale: 'Because.',
        evidence: [{ text: 'The manual.', url: 'https://example.org/' }],
      },
    ]),
  ),
  layers: {
    L1: { certainty: 'uncertain', narrative: 'Text.' },
    L2: { certainty: 'uncertain', narrative: 'Text.' },
    L3: { certainty: 'mapped', narrative: '  Text, kept as typed.\n' },
    L4: { certainty: 'mapped', narrative: 'Text.' },
    L5: { certainty: 'uncertain', narrative: 'Text.' },
    L6: { certainty: 'mapped', narrative: 'Text.' },
    L7: { certainty: 'mapped', narrative: 'Text.' },
  },
}

const documentPaths = (document: unknown) => {
  const parsed = documentSchema.safeParse(document)
  return parsed.success ? [] : issuesOf(parsed.error).map((issue) => issue.path)
}

const draftPaths = (draft: unknown) => {
  const parsed = draftSchema.safeParse(draft)
  return parsed.success ? [] : issuesOf(parsed.error).map((issue) => issue.path)
}

test('a document reads back as itself, also through JSON and as a draft', () => {
  expect(documentSchema.parse(JSON.parse(JSON.stringify(DOCUMENT)))).toEqual(DOCUMENT)
  expect(draftSchema.parse(DOCUMENT)).toEqual(DOCUMENT)
  expect(parseDocument(DOCUMENT)).toEqual({ ok: true, value: DOCUMENT })
})

test('the score of a document is computed from it', () => {
  expect(scoreDocument(DOCUMENT)).toMatchObject({
    factorSum: 4.5,
    aars: 0.4455,
    score: 9.5,
    severity: 'Critical',
  })
})

test('a draft may lack everything but formula and factor set, and learns its version', () => {
  expect(draftSchema.parse({ formula: 'aivss-0.8', factorSet: 'goal-planning' })).toEqual(EMPTY)
  expect(draftPaths({})).toEqual(['formula', 'factorSet'])
  expect(
    draftPaths({ ...EMPTY, cvss: {}, factors: { autonomy: { rationale: 'so far' } }, layers: { L1: {} } }),
  ).toEqual([])
})

test('publishing names everything that an empty draft lacks', () => {
  expect(
    missingForPublishing(EMPTY)
      .map((issue) => issue.path)
      .toSorted(),
  ).toEqual(
    [
      'name',
      'summary',
      'cvss',
      ...FACTOR_SETS['goal-planning'].factors.map((id) => `factors.${id}`),
      ...LAYER_IDS.map((id) => `layers.${id}`),
    ].toSorted(),
  )
})

test('publishing names a blank name, an unrated factor and an unwritten layer', () => {
  const draft: Draft = {
    ...DOCUMENT,
    name: '',
    factors: { ...DOCUMENT.factors, autonomy: { rationale: 'not rated' } },
    layers: { ...DOCUMENT.layers, L2: { narrative: ' \n' } },
  }
  expect(
    missingForPublishing(draft)
      .map((issue) => issue.path)
      .toSorted(),
  ).toEqual(['factors.autonomy.value', 'layers.L2.certainty', 'layers.L2.narrative', 'name'].toSorted())
})

test('publishing writes out T and M, and no M under 0.5', () => {
  const { threatMultiplier: _, mitigationFactor: __, ...rest } = DOCUMENT
  expect(publishable(rest)).toEqual({
    ok: true,
    value: { ...rest, threatMultiplier: { value: 0.97 }, mitigationFactor: { value: 1 } },
  })
  expect(publishable({ ...rest, threatMultiplier: { rationale: 'Why.' } })).toMatchObject({
    value: { threatMultiplier: { value: 0.97, rationale: 'Why.' } },
  })
  const withdrawn = publishable({ ...rest, formula: 'aivss-0.5' })
  expect(withdrawn.ok && 'mitigationFactor' in withdrawn.value).toBe(false)
})

describe('a document and a draft refuse, by path', () => {
  const changes: readonly (readonly [string, object])[] = [
    ['score', { score: 9.5 }],
    ['mitigationFactor', { formula: 'aivss-0.5' }],
    ['factors.language', { factors: { ...DOCUMENT.factors, language: { value: 0 } } }],
    ['factors.zeal', { factors: { ...DOCUMENT.factors, zeal: { value: 0 } } }],
    ['factors.autonomy', { factors: { ...DOCUMENT.factors, autonomy: 0.8 } }],
    ['factors.autonomy.value', { factors: { ...DOCUMENT.factors, autonomy: { value: 0.1 + 0.2 } } }],
    ['factors.autonomy.evidence[0].url', withEvidence([{ text: 'x', url: 'javascript:alert(1)' }])],
    ['factors.autonomy.evidence[1].link', withEvidence([{ text: 'x' }, { text: 'x', link: 'y' }])],
    ['factors.autonomy.evidence[0].text', withEvidence([{ text: 'x'.repeat(LIMITS.evidenceText + 1) }])],
    ['factors.autonomy.evidence', withEvidence(Array.from({ length: 11 }, () => ({ text: 'x' })))],
    ['layers.L8', { layers: { ...DOCUMENT.layers, L8: {} } }],
    ['layers.L1.certainty', { layers: { ...DOCUMENT.layers, L1: { certainty: 'sure', narrative: 'x' } } }],
    [
      'layers.L1.narrative',
      { layers: { ...DOCUMENT.layers, L1: { certainty: 'mapped', narrative: 'x'.repeat(20_001) } } },
    ],
    ['links.homepage', { links: { homepage: 'ftp://example.org' } }],
    ['links.other', { links: { other: 'https://example.org' } }],
    ['tags[1]', { tags: ['a', 'a'] }],
    ['tags[0]', { tags: ['x'.repeat(41)] }],
    ['tags[0]', { tags: [''] }],
    ['tags', { tags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) }],
    ['kind', { kind: 'robot' }],
    ['name', { name: 'x'.repeat(121) }],
    ['name', { name: 'two\nlines' }],
    ['vendor', { vendor: 1 }],
    ['description', { description: 'x'.repeat(4_001) }],
    ['summary', { summary: 'x'.repeat(1_001) }],
    ['cvss.rationale', { cvss: { base: 9.1, rationale: 'x'.repeat(2_001) } }],
    ['cvss', { cvss: { base: 9.1, vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' } }],
    ['threatMultiplier.value', { threatMultiplier: { value: 2 } }],
    ['schemaVersion', { schemaVersion: 2 }],
  ]

  test.each(changes)('%s', (path, change) => {
    expect(documentPaths({ ...DOCUMENT, ...change })).toEqual([path])
    expect(draftPaths({ ...DOCUMENT, ...change })).toEqual([path])
  })

  function withEvidence(evidence: readonly object[]) {
    return { factors: { ...DOCUMENT.factors, autonomy: { value: 0.45, evidence } } }
  }
})

test('limits count characters, so that 120 emoji are a name', () => {
  expect(documentPaths({ ...DOCUMENT, name: '🦀'.repeat(LIMITS.name) })).toEqual([])
  expect(documentPaths({ ...DOCUMENT, name: '🦀'.repeat(LIMITS.name + 1) })).toEqual(['name'])
})

test('a name loses the white space at its ends', () => {
  expect(documentSchema.parse({ ...DOCUMENT, name: '  Example server ' }).name).toBe('Example server')
})

test.each([
  'name',
  'summary',
  'formula',
  'factorSet',
  'cvss',
  'threatMultiplier',
  'mitigationFactor',
  'factors',
  'layers',
  'schemaVersion',
])('a document without %s is refused by that name', (key) => {
  const document: Record<string, unknown> = { ...DOCUMENT }
  delete document[key]
  expect(documentPaths(document)).toEqual([key])
})

test('a missing factor of a document is named, never taken as 0', () => {
  const { opacity: _, ...factors } = DOCUMENT.factors
  const parsed = documentSchema.safeParse({ ...DOCUMENT, factors })
  expect(parsed.success ? [] : issuesOf(parsed.error)).toEqual([
    {
      path: 'factors.opacity',
      message: `${FACTORS.opacity.name} (opacity) is missing; rate it from 0 to 1. A missing factor is never taken as 0.`,
    },
  ])
})

test('a document of a later version is refused with one clear sentence', () => {
  const result = parseDocument({ schemaVersion: 2, anything: true })
  expect(result).toMatchObject({ ok: false, error: [{ path: 'schemaVersion' }] })
  expect(parseDraft({ ...EMPTY, schemaVersion: 3 })).toMatchObject({
    ok: false,
    error: [{ path: 'schemaVersion' }],
  })
  expect(parseDraft(EMPTY)).toEqual({ ok: true, value: EMPTY })
})

test('a twin carries the document with the score that is computed from it', () => {
  const twin = {
    document: DOCUMENT,
    score: JSON.parse(JSON.stringify(scoreDocument(DOCUMENT))),
    revision: 1,
    publishedAt: '2026-01-02T03:04:05.678Z',
    byline: null,
    url: 'https://example.org/agents/example/threat-model',
  }
  expect(twinSchema.parse(twin)).toEqual(twin)
  expect(twinSchema.safeParse({ ...twin, revision: 0 }).success).toBe(false)
})
