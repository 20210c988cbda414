import { expect, test } from 'vitest'
import { renderComparison } from '@/components/comparison-document/render'
import { compareAgents } from '@/lib/compare/comparison-view'
import { comparisonPaper } from '@/lib/compare/paper'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'
import { whyWorse } from '@/lib/compare/why'
import { messagesOf } from '@/lib/compare/wording'

const AGENTS = [
  publishedAgent('a', { base: 9.8, mitigation: 0.8 }),
  publishedAgent('b', { base: 3 }),
  publishedAgent('c', { base: 5 }),
  draftAgent('d'),
]
const VIEW = compareAgents(AGENTS)
const PAPER = comparisonPaper('What we could buy', 'Shared by A team', {
  publicUrl: 'https://scores.example.org',
  now: new Date('2026-11-21T10:00:00Z'),
})

const pairsOf = (html: string) =>
  [...html.matchAll(/<details class="whys"( open="")?><summary><b>([^<]*)/g)].map(([, open, title]) => ({
    isOpen: open !== undefined,
    title,
  }))

test('the pair that was asked for stands open and first, and each pair stands there once', async () => {
  const [, b, c] = AGENTS
  const why = b && c ? whyWorse(b, c, 'aivss-0.8') : null
  const pairs = pairsOf(await renderComparison(VIEW, why, PAPER))
  expect(pairs).toHaveLength(3)
  expect(pairs[0]).toEqual({ isOpen: true, title: why?.title })
  expect(pairs.slice(1).every(({ isOpen }) => !isOpen)).toBe(true)
})

test('without a question it is the pair that is furthest apart', async () => {
  const [first] = pairsOf(await renderComparison(VIEW, null, PAPER))
  expect(first).toEqual({ isOpen: true, title: expect.stringContaining('Agent a scores') })
})

test('what a reader should know about each number stands below the scores', async () => {
  const notices = VIEW.agents.flatMap(messagesOf)
  expect(notices.length).toBeGreaterThan(0)
  const html = (await renderComparison(VIEW, null, PAPER)).replaceAll('&#x27;', "'")
  expect(notices.filter((notice) => !html.includes(notice))).toEqual([])
})

test('it goes in the order of its page', async () => {
  const html = await renderComparison(VIEW, null, PAPER)
  const ids = [...html.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['scores', 'whys', 'factors', 'layers', 'reach'])
})
