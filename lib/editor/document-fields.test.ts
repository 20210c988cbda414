import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import { type Draft, draftSchema } from '@/lib/assessment/document'
import { anyDraft } from '@/lib/assessment/testing/drafts'
import { readDemoFiles } from '@/lib/demo/files'
import { fieldsOfDraft, readFields } from '@/lib/editor/document-fields'
import { FIELDS, fieldAt, fieldsOf } from '@/lib/editor/fields'
import { LAYER_IDS } from '@/lib/maestro/layers'

const EMPTY: Draft = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }

test('every published demo document comes out of the editor as it went in', () => {
  const documents = readDemoFiles().map(({ document }) => document)
  expect(documents.length).toBeGreaterThan(0)
  for (const document of documents) {
    const fields = fieldsOfDraft(document)
    expect(readFields(fields, fields)).toEqual({ document, held: [], issues: [] })
  }
})

test('a draft of any shape passes through the editor without a change to any field', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const fields = fieldsOfDraft(draft)
      const { document, held } = readFields(fields, fields)
      expect(held).toEqual([])
      expect(fieldsOfDraft(document)).toEqual(fields)
    }),
  )
})

test('whatever is typed into any field, a document can be stored and the rest of it is kept', () => {
  const stored = fieldsOfDraft({ ...EMPTY, name: 'Mailer', summary: 'Sends mail.' })
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('0.5', '7', '1e3', 'CVSS:4.0/'),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...FIELDS.map(({ id }) => id)), typed), (changes) => {
      const fields = fieldsOf((id) => (Object.hasOwn(changes, id) ? (changes[id] ?? '') : stored[id]))
      const { document, held } = readFields(fields, stored)
      expect(draftSchema.safeParse(document).success).toBe(true)
      const refused = new Set(held)
      for (const id of ['name', 'summary'] as const)
        if (refused.has(id)) expect(document[id]).toBe(id === 'name' ? 'Mailer' : 'Sends mail.')
    }),
  )
})

test.each([
  ['factors.autonomy.value', 'factors.autonomy'],
  ['factors.autonomy.evidence[3].url', 'factors.autonomy.evidence'],
  ['factors.opacity', 'factors.opacity'],
  ['layers.L3.certainty', 'layers.L3.certainty'],
  ['layers.L3', 'layers.L3.narrative'],
  ['cvss.vector', 'cvss'],
  ['threatMultiplier.value', 'threatMultiplier'],
  ['links.listing', 'links.listing'],
  ['tags[2]', 'tags'],
  ['factorSet', 'factorSet'],
])('what is said of %s belongs to the field %s', (path, field) => {
  expect(fieldAt(path)).toBe(field)
})

test('every factor and layer has its fields', () => {
  const ids = FIELDS.map(({ id }): string => id)
  for (const id of Object.values(FACTOR_SETS).flatMap(({ factors }) => factors))
    expect(ids).toContain(`factors.${id}`)
  for (const id of LAYER_IDS) expect(ids).toContain(`layers.${id}.narrative`)
  expect(new Set(ids).size).toBe(ids.length)
})
