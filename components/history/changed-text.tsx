import { foldSame, type ShownSegment } from '@/lib/changes/fold-same'
import type { Segment } from '@/lib/changes/word-diff'

/** Words that stay beside each change, so that a reader knows where it stands. */
const CONTEXT_WORDS = 12

/** A text word by word: what stayed, what was added and what was removed, told apart without colour. */
export function ChangedText({ segments }: { segments: readonly Segment[] }) {
  return (
    <div className="prose text-sm break-words whitespace-pre-wrap">
      {numbered(foldSame(segments, CONTEXT_WORDS)).map(({ key, segment }) => (
        <Piece key={key} segment={segment} />
      ))}
    </div>
  )
}

function Piece({ segment }: { segment: ShownSegment }) {
  switch (segment.kind) {
    case 'same':
      return segment.text
    case 'added':
      return <Added>{segment.text}</Added>
    case 'removed':
      return <Removed>{segment.text}</Removed>
    case 'folded':
      return <Folded text={segment.text} words={segment.words} />
  }
}

export const Added = ({ children }: { children: string }) => (
  <ins className="[del+&]:ml-1 bg-low-fill text-low-text decoration-2 underline-offset-3">
    <span className="sr-only"> added: </span>
    {withLineEnds(children)}
    <span className="sr-only"> end of added </span>
  </ins>
)

export const Removed = ({ children }: { children: string }) => (
  <del className="bg-sunken text-ink-soft decoration-2">
    <span className="sr-only"> removed: </span>
    {withLineEnds(children)}
    <span className="sr-only"> end of removed </span>
  </del>
)

/** A line end by itself has nothing to underline or to strike through. */
const withLineEnds = (text: string): string => text.replaceAll('\n', '¶\n')

function Folded({ text, words }: { text: string; words: number }) {
  return (
    <details className="inline open:block">
      <summary className="mx-1 inline cursor-pointer rounded-sm border border-line px-1.5 py-0.5 text-xs text-ink-soft hover:bg-sunken">
        … {words === 1 ? '1 word' : `${words.toLocaleString('en')} words`} the same …
      </summary>
      {text}
    </details>
  )
}

/** Each piece with its place in the text, by which it is told from another with the same words. */
function numbered(
  segments: readonly ShownSegment[],
): readonly { readonly key: number; readonly segment: ShownSegment }[] {
  let at = 0
  return segments.map((segment) => {
    at += segment.text.length
    return { key: at, segment }
  })
}
