import { describe, expect, test } from 'vitest'
import { fragmentsOf, markWords } from '@/lib/search/highlight'
import { wordsOf } from '@/lib/search/words'

const marked = (text: string, q: string) =>
  markWords(text, wordsOf(q))
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('')

describe('what a search found', () => {
  test.each([
    ['The Harbour pilot, harbours', 'harbour', 'The [Harbour] pilot, [harbours]'],
    ['Élan vital', 'elan', '[Élan] vital'],
    ['E\u0301lan vital', 'ÉLAN', '[E\u0301lan] vital'],
    ['😀harbour😀 👩‍👩‍👧 x', 'harbour', '😀[harbour]😀 👩‍👩‍👧 x'],
    ['ﬁle and ﬁles', 'file', '[ﬁle] and [ﬁles]'],
    ['日本語版 and 日本', '日本語', '[日本語版] and 日本'],
    ['an a b an', 'an', '[an] a b [an]'],
    ['angle', 'an', 'angle'],
    ['Ο ΣΊΣΥΦΟΣ', 'Σίσυφος', 'Ο [ΣΊΣΥΦΟΣ]'],
    ['', 'harbour', ''],
    ["<b>harbour</b>'s", 'harbour', "<b>[harbour]</b>'s"],
  ])('in %j is marked for %j', (text, q, expected) => {
    expect(marked(text, q)).toBe(expected)
  })

  test('loses and adds nothing of the text, whatever its letters', () => {
    const texts = ['½ Ünder\u0308 \u0301x ™ ǅ İstanbul ß ﷺ 👍🏽 e\u0301\u0301', 'a\u0300'.repeat(50)]
    for (const text of texts)
      for (const q of ['under', '1', 'tm', 'istanbul', 'a', 'ss'])
        expect(
          markWords(text, wordsOf(q))
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
  })
})

describe('fragments', () => {
  const long = `${'word '.repeat(100)}harbour ${'more '.repeat(100)}`
  const shown = (places: { where: string; text: string }[], q: string, name = '') =>
    fragmentsOf(places, wordsOf(q), name).map(({ where, parts }) => [
      where,
      parts.map(({ text }) => text).join(''),
    ])

  test('are short, cut between words, and say where they stand', () => {
    const [[where, text] = []] = shown(
      [{ where: 'L3 Agent Frameworks', text: `first\n${long}\nlast` }],
      'harbour',
    )
    expect(where).toBe('L3 Agent Frameworks')
    expect(text).toMatch(/^…(word )+harbour (more )+more…$/)
    expect(text?.length).toBeLessThan(200)
  })

  test('show each word once, at most two of them, and nothing that the name shows already', () => {
    const places = ['alpha', 'alpha beta', 'gamma'].map((text, at) => ({ where: String(at), text }))
    expect(shown(places, 'alpha')).toEqual([['0', 'alpha']])
    expect(shown(places, 'alpha beta gamma')).toEqual([
      ['0', 'alpha'],
      ['1', 'alpha beta'],
    ])
    expect(shown(places, 'alpha gamma', 'Alpha')).toEqual([['2', 'gamma']])
    expect(shown(places, 'alpha', 'Alphabet')).toEqual([])
    expect(shown(places, 'delta')).toEqual([])
  })
})
