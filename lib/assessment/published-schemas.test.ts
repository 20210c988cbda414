import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PUBLISHED_SCHEMAS } from '@/lib/assessment/published-schemas'

test('a schema of the document, of the report and of its excerpts is published', () => {
  expect(PUBLISHED_SCHEMAS.map((schema) => schema.path)).toEqual([
    'public/schema/assessment-1.json',
    'public/schema/report-1.json',
    'public/schema/excerpt-1.json',
  ])
})

test.each(PUBLISHED_SCHEMAS)('$path says what the code says', ({ path, content }) => {
  expect(readFileSync(path, 'utf8')).toBe(content)
})
