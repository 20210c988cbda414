import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Count } from '@/components/filters/found'

const said = (count: number, isRanked: boolean): string =>
  renderToStaticMarkup(<Count count={count} countMax={1_000} corrections={[]} isRanked={isRanked} />).replace(
    /<[^>]+>/g,
    '',
  )

test.each([
  [0, '0 agents'],
  [1, '1 agent'],
  [999, '999 agents'],
  [1_000, '1,000 agents'],
  [1_001, '1,000+ agents'],
])('%d are “%s”', (count, text) => {
  expect(said(count, false)).toBe(text)
})

test('of a search it says that the best come first, where there are two of them', () => {
  expect(said(1, true)).toBe('1 agent')
  expect(said(2, true)).toBe('2 agents, best match first')
})

test('where more are found than are ranked, and only there, it says how many were', () => {
  expect(said(1_000, true)).toBe('1,000 agents, best match first')
  expect(said(1_001, true)).toBe(
    '1,000+ agents, best match first. The first 1,000 matches are ranked: another word or a filter brings fewer.',
  )
})

test('what was typed and what is shown instead are named', () => {
  const corrections = [{ typed: 'clodu', shown: 'cloud' }]
  const text = renderToStaticMarkup(<Count count={2} countMax={1_000} corrections={corrections} isRanked />)
  expect(text).toContain('Nothing has “clodu”: shown is “cloud”.')
})
