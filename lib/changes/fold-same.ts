import type { Segment } from '@/lib/changes/word-diff'

/** A segment as it is shown: `folded` is unchanged text that stands back, with the number of its words. */
export type ShownSegment =
  | Segment
  | { readonly kind: 'folded'; readonly text: string; readonly words: number }

/**
 * Keeps so many words of what is unchanged beside each change, and folds the rest. What is folded keeps its text, so
 * that it can be opened; a stretch stays as it is where folding would hide fewer words than it leaves.
 */
export const foldSame = (segments: readonly Segment[], contextWords: number): readonly ShownSegment[] =>
  segments.flatMap((segment, index): readonly ShownSegment[] =>
    segment.kind === 'same'
      ? folded(segment.text, index === 0 ? 0 : contextWords, index === segments.length - 1 ? 0 : contextWords)
      : [segment],
  )

function folded(text: string, wordsBefore: number, wordsAfter: number): readonly ShownSegment[] {
  const words = [...text.matchAll(/\S+/g)]
  const hidden = words.length - wordsBefore - wordsAfter
  if (hidden < Math.max(1, wordsBefore + wordsAfter)) return [{ kind: 'same', text }]
  const lastKept = words[wordsBefore - 1]
  const from = lastKept === undefined ? 0 : lastKept.index + lastKept[0].length
  const to = wordsAfter === 0 ? text.length : (words[words.length - wordsAfter]?.index ?? text.length)
  return [
    ...same(text.slice(0, from)),
    { kind: 'folded', text: text.slice(from, to), words: hidden },
    ...same(text.slice(to)),
  ]
}

const same = (text: string): readonly Segment[] => (text === '' ? [] : [{ kind: 'same', text }])
