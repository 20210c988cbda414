import { expect, test } from 'vitest'
import { missingForPublishing } from '@/lib/assessment/missing'
import { anchorOf } from '@/lib/editor/anchors'

test('everything that an empty draft misses has its own place in the editor', () => {
  const missing = missingForPublishing({ schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' })
  const anchors = missing.map(({ path }) => anchorOf(path))
  expect(anchors).toEqual([...new Set(anchors)])
  expect(anchors).toEqual(
    expect.arrayContaining([
      'name',
      'summary',
      'cvss',
      'factor-autonomy',
      'factor-opacity',
      'layer-L1',
      'layer-L7',
    ]),
  )
})

test.each([
  ['factors.autonomy.evidence[0].url', 'factor-autonomy'],
  ['layers.L3.narrative', 'layer-L3'],
  ['links.repository', 'links-repository'],
  ['tags[2]', 'tags'],
  ['threatMultiplier.value', 'threatMultiplier'],
  ['factorSet', 'formula'],
  ['factors', 'formula'],
  ['links', 'links-listing'],
  ['layers', 'layer-L1'],
  ['', 'name'],
  ['["a key of nobody"]', 'name'],
  ['kindness', 'name'],
])('%s is at %s', (path, anchor) => {
  expect(anchorOf(path)).toBe(anchor)
})
