import { expect, test } from 'vitest'
import { CERTAINTIES, CERTAINTY_TEXTS } from '@/lib/maestro/certainty'
import { CHAINS } from '@/lib/maestro/chains'
import { LAYER_IDS, LAYERS } from '@/lib/maestro/layers'

test('the seven layers stand in order under their names', () => {
  expect(LAYERS.map((layer) => layer.id)).toEqual(LAYER_IDS)
  expect(LAYERS.map((layer) => layer.name)).toEqual([
    'Foundation Models',
    'Data Operations',
    'Agent Frameworks',
    'Deployment & Infrastructure',
    'Evaluation & Observability',
    'Security & Compliance',
    'Agent Ecosystem',
  ])
})

test('a slug is the name in kebab case', () => {
  for (const { slug, name } of LAYERS) {
    expect(slug).toBe(name.toLowerCase().replace('&', 'and').replaceAll(' ', '-'))
  }
})

test('only security and compliance cuts across the others', () => {
  expect(LAYERS.filter((layer) => layer.crossCutting).map((layer) => layer.id)).toEqual(['L6'])
})

test('every layer has typical threats', () => {
  for (const layer of LAYERS) expect(layer.threats.length).toBeGreaterThanOrEqual(4)
})

test('a chain has an id of its own and goes over at least two layers', () => {
  expect(CHAINS).toHaveLength(6)
  expect(new Set(CHAINS.map((chain) => chain.id)).size).toBe(CHAINS.length)
  expect(CHAINS.map((chain) => chain.layers.join('→'))).toEqual([
    'L1→L2→L3',
    'L3→L4→L6',
    'L2→L3→L7',
    'L3→L5→L6',
    'L3→L6→L7',
    'L5→L7',
  ])
})

test('every certainty is put into words', () => {
  expect(CERTAINTIES.map((certainty) => CERTAINTY_TEXTS[certainty].label)).toEqual([
    'Mapped',
    'Not certain from the listing',
  ])
})
