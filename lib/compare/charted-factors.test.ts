import { expect, test } from 'vitest'
import { FACTORS } from '@/lib/aivss/factors'
import { chartedFactors } from '@/lib/compare/charted-factors'
import { compareAgents } from '@/lib/compare/comparison-view'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'

const mixed = compareAgents([publishedAgent('a'), publishedAgent('b', { set: 'natural-language' })]).factors

test('a radar leaves out what not every agent is rated on, and names it', () => {
  const { rows, leftOut } = chartedFactors(mixed, 'radar')
  expect(leftOut).toEqual([FACTORS.goalPlanning.name, FACTORS.language.name])
  expect(rows).toHaveLength(9)
  for (const { cells } of rows) for (const { hundredths } of cells) expect(hundredths).not.toBeNull()
})

test('bars show every row, as a bar that is not there says nothing', () => {
  expect(chartedFactors(mixed, 'bars')).toEqual({ rows: mixed, leftOut: [] })
})

test('of a draft the radar shows what it rates already', () => {
  const { factors } = compareAgents([publishedAgent('a'), draftAgent('b')])
  expect(chartedFactors(factors, 'radar').rows.map(({ id }) => id)).toEqual(['autonomy'])
})
