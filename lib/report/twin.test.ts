import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { excerptSchema } from '@/lib/assessment/excerpt'
import { publishable } from '@/lib/assessment/missing'
import { anyDraft, FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { twinSchema } from '@/lib/assessment/twin'
import { readDemoFiles } from '@/lib/demo/files'
import { readImport } from '@/lib/exchange/read-import'
import { membersPlace, publicPlace, type ReportPlace, sharedPlace } from '@/lib/report/addresses'
import { SECTIONS } from '@/lib/report/sections'
import { publishedOf } from '@/lib/report/testing/reports'
import { toJson, toTwin } from '@/lib/report/twin'

const PUBLIC_URL = 'https://scores.example.org'
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
const validatorOf = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`public/schema/${name}-1.json`, 'utf8')))
const isReport = validatorOf('report')
const isExcerpt = validatorOf('excerpt')

const shared = (sections: ReportPlace['sections']) => sharedPlace('Zk3v9QpL2mZk3v9QpL2m', sections)
const sent = (document: AssessmentDocument, place: ReportPlace): unknown =>
  JSON.parse(JSON.stringify(toJson(publishedOf(document), PUBLIC_URL, place)))

const demo = readDemoFiles()

/** Every draft that could be published as it is: the generator leaves out what it likes, so the full one fills up. */
const anyDocument = anyDraft
  .map((draft) => {
    const { factors, factorSet, ...rest } = draft
    const changed = publishable({
      ...FULL_DOCUMENT,
      ...rest,
      factorSet: 'goal-planning',
      factors: {
        ...FULL_DOCUMENT.factors,
        ...(factorSet === 'goal-planning'
          ? Object.fromEntries(
              Object.entries(factors ?? {}).filter(([, rated]) => rated?.value !== undefined),
            )
          : {}),
      },
      layers: FULL_DOCUMENT.layers,
    })
    return changed.ok ? changed.value : undefined
  })
  .filter((document) => document !== undefined)

describe('the JSON of a whole report', () => {
  test.each(demo)('$slug fits the published schema and imports without loss', ({ document }) => {
    for (const place of [publicPlace('an-agent'), membersPlace('a-team', 'an-agent'), shared('whole')]) {
      const twin = sent(document, place)
      expect(isReport(twin), JSON.stringify(isReport.errors)).toBe(true)
      expect(readImport(JSON.stringify(twin))).toMatchObject({
        ok: true,
        value: { draft: document, form: 'twin' },
      })
    }
  })

  test('whatever can be published fits the schema and imports without loss', () => {
    let published = 0
    fc.assert(
      fc.property(anyDocument, (document) => {
        const twin = sent(document, publicPlace('an-agent'))
        expect(isReport(twin), JSON.stringify(isReport.errors)).toBe(true)
        expect(twinSchema.parse(twin).document).toEqual(document)
        const read = readImport(JSON.stringify(twin))
        expect(read.ok && read.value.draft).toEqual(document)
        published += 1
      }),
    )
    expect(published).toBe(100)
  })

  test('is made of a whole report alone', () => {
    for (const sections of ['summary', 'without-evidence'] as const)
      expect(() => toTwin(publishedOf(FULL_DOCUMENT), PUBLIC_URL, shared(sections))).toThrow('hidden')
  })
})

describe('the JSON of a link that hides sections', () => {
  test.each(demo)('$slug fits the schema of excerpts, and not the one of reports', ({ document }) => {
    for (const sections of SECTIONS.filter((one) => one !== 'whole')) {
      const excerpt = sent(document, shared(sections))
      expect(isExcerpt(excerpt), JSON.stringify(isExcerpt.errors)).toBe(true)
      expect(excerptSchema.safeParse(excerpt).success).toBe(true)
      expect(isReport(excerpt)).toBe(false)
    }
  })

  test('tells of a summary its own fields and nothing that the ratings could be read from', () => {
    const excerpt = sent(FULL_DOCUMENT, shared('summary'))
    expect(Object.keys(Object(excerpt)).sort()).toEqual(
      [
        ...['sections', 'name', 'kind', 'vendor', 'summary', 'score', 'severity'],
        ...['revision', 'publishedAt', 'byline', 'url'],
      ].sort(),
    )
    expect(JSON.stringify(excerpt)).not.toMatch(/vector|factor|steps|narrative|rationale|evidence/)
  })

  test('tells without evidence all but the evidence', () => {
    const text = JSON.stringify(sent(FULL_DOCUMENT, shared('without-evidence')))
    expect(text).not.toMatch(/evidence":|What shows|example\.org\/autonomy/)
    expect(text).toContain('Why autonomy is rated so.')
    expect(text).toContain('What threatens L7.')
    const { schemaVersion: _, factors, ...rest } = FULL_DOCUMENT
    expect(JSON.parse(text).assessment).toMatchObject(rest)
    expect(Object.keys(JSON.parse(text).assessment.factors)).toEqual(Object.keys(factors))
  })

  test.each(['summary', 'without-evidence'] as const)(
    '%s is refused by an import in a sentence',
    (sections) => {
      const read = readImport(JSON.stringify(sent(FULL_DOCUMENT, shared(sections))))
      expect(read).toEqual({
        ok: false,
        error: [
          { where: 'sections', message: expect.stringMatching(/^This is an excerpt: .*cannot be imported/) },
        ],
      })
    },
  )
})
