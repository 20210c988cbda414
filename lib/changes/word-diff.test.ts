import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldSame, type ShownSegment } from '@/lib/changes/fold-same'
import { diffWords, type Segment } from '@/lib/changes/word-diff'

const joined = (segments: readonly ShownSegment[], ...kinds: readonly ShownSegment['kind'][]): string =>
  segments
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

const piece = (kind: Segment['kind'], text: string): Segment => ({ kind, text })

/** Few words, so that texts share some; anything at all, so that nothing is lost on the way. */
const anyText = fc.oneof(
  fc
    .array(fc.constantFrom('a', 'b', ' ', '  ', '\n', '\n\n', ',', 'é', '船', '😀'), { maxLength: 60 })
    .map((l) => l.join('')),
  fc.string({ unit: 'binary' }),
)

describe('a difference, word by word', () => {
  test('holds both texts to the last space, each kind of piece apart from its neighbour', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const segments = diffWords(before, after)
        expect(joined(segments, 'same', 'removed')).toBe(before)
        expect(joined(segments, 'same', 'added')).toBe(after)
        expect(segments.every(({ text }) => text !== '')).toBe(true)
        expect(segments.every(({ kind }, index) => kind !== segments[index + 1]?.kind)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('shows a changed word as the old one and the new one', () => {
    expect(diffWords('It may read logs.', 'It may delete logs.')).toEqual([
      piece('same', 'It may '),
      piece('removed', 'read'),
      piece('added', 'delete'),
      piece('same', ' logs.'),
    ])
  })

  test('shows words that were exchanged in a row as one change, with what was there first', () => {
    expect(diffWords('a token of an owner', 'some key of an owner')).toEqual([
      piece('removed', 'a token'),
      piece('added', 'some key'),
      piece('same', ' of an owner'),
    ])
  })

  test('has nothing to say about two empty texts, and one piece for equal ones', () => {
    expect(diffWords('', '')).toEqual([])
    expect(diffWords('equal', 'equal')).toEqual([piece('same', 'equal')])
    expect(diffWords('', 'new')).toEqual([piece('added', 'new')])
    expect(diffWords('old', '')).toEqual([piece('removed', 'old')])
  })

  test('replaces whole paragraphs where long texts have too little in common', () => {
    const long = (letter: string) =>
      Array.from({ length: 1_500 }, (_, index) => `${letter}${index}`).join(' ')
    const segments = diffWords(`First.\n\n${long('b')}\nLast.`, `First.\n\n${long('c')}\nmore\nLast.`)
    expect(segments).toEqual([
      piece('same', 'First.\n\n'),
      piece('removed', `${long('b')}\n`),
      piece('added', `${long('c')}\nmore\n`),
      piece('same', 'Last.'),
    ])
  })

  test('holds both texts also where it replaces paragraphs', () => {
    const long = (letter: string) => Array.from({ length: 800 }, (_, index) => `${letter}${index}`).join(' ')
    const lines = fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 4 }).map((parts) => parts.join('\n'))
    fc.assert(
      fc.property(fc.tuple(lines, lines), fc.tuple(lines, lines), ([from, to], [start, end]) => {
        const [before, after] = [
          `${start}${from}${long('x')}${from}${end}`,
          `${start}${to}${long('y')}${to}${end}`,
        ]
        const segments = diffWords(before, after)
        expect(joined(segments, 'same', 'removed')).toBe(before)
        expect(joined(segments, 'same', 'added')).toBe(after)
      }),
      { numRuns: 20 },
    )
  })

  test('still finds one word in a text of 20,000 characters', () => {
    const before = 'berth '.repeat(3_333)
    expect(diffWords(before, `${before.slice(0, 9_996)}tide ${before.slice(9_996)}`)).toHaveLength(3)
  })
})

describe('folding what is unchanged', () => {
  const text = 'one two three four five six seven eight nine ten'

  test('keeps so many words beside a change, and the text of what it folds', () => {
    expect(foldSame([piece('removed', 'x'), piece('same', ` ${text} `), piece('added', 'y')], 2)).toEqual([
      piece('removed', 'x'),
      piece('same', ' one two'),
      { kind: 'folded', text: ' three four five six seven eight ', words: 6 },
      piece('same', 'nine ten '),
      piece('added', 'y'),
    ])
  })

  test('keeps no words towards the ends of the text', () => {
    expect(foldSame([piece('same', `${text} `), piece('added', 'y'), piece('same', ` ${text}`)], 2)).toEqual([
      { kind: 'folded', text: 'one two three four five six seven eight ', words: 8 },
      piece('same', 'nine ten '),
      piece('added', 'y'),
      piece('same', ' one two'),
      { kind: 'folded', text: ' three four five six seven eight nine ten', words: 8 },
    ])
  })

  test('leaves a short stretch, which folding would hardly shorten', () => {
    const segments = [
      piece('added', 'x'),
      piece('same', ' one two three four five six seven '),
      piece('added', 'y'),
    ]
    expect(foldSame(segments, 2)).toEqual(segments)
  })

  test('loses no character, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(5), (before, after, contextWords) => {
        const shown = foldSame(diffWords(before, after), contextWords)
        expect(joined(shown, 'same', 'folded', 'removed')).toBe(before)
        expect(joined(shown, 'same', 'folded', 'added')).toBe(after)
      }),
    )
  })
})
