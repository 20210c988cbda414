import { describe, expect, test } from 'vitest'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import golden from '@/lib/aivss/golden/seed-reports.json'
import { scoreDocument } from '@/lib/assessment/score-document'
import { readDemoFiles } from '@/lib/demo/files'
import { LAYER_IDS } from '@/lib/maestro/layers'

const files = readDemoFiles()

test('the demo library is the five published systems', () => {
  expect(files.map(({ slug }) => slug).sort()).toEqual(golden.cases.map(({ slug }) => slug).sort())
})

describe.each(golden.cases)('$slug', (published) => {
  const file = files.find(({ slug }) => slug === published.slug)
  if (!file) throw new Error(`${published.slug} is missing`)
  const { document } = file
  const score = scoreDocument(document)

  test('has the published ratings and their sum', () => {
    const ratings = FACTOR_SETS['goal-planning'].factors.map((id) => [id, document.factors[id]?.value])
    expect(Object.fromEntries(ratings)).toEqual(published.factors)
    expect(score.factorSum).toBe(published.factorSum)
  })

  test('has the published score where one was published, and says so of figures of its own', () => {
    if (published.score === undefined) {
      for (const part of [document.cvss, document.threatMultiplier, document.mitigationFactor])
        expect(part?.rationale).toMatch(/our own|ours/i)
      return
    }
    expect(score).toMatchObject({
      score: published.score,
      severity: published.severity,
      aars: published.aars,
    })
  })

  test('says of each layer how certain it is, as published', () => {
    const uncertain = LAYER_IDS.filter((id) => document.layers[id].certainty === 'uncertain')
    expect(uncertain).toEqual(published.uncertain)
  })

  test('gives a reason for each of the ten ratings and an account of each layer', () => {
    for (const id of FACTOR_SETS['goal-planning'].factors)
      expect(document.factors[id]?.rationale?.length, id).toBeGreaterThan(60)
    for (const id of LAYER_IDS) expect(document.layers[id].narrative.length, id).toBeGreaterThan(250)
  })
})
