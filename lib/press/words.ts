import { span } from '@/lib/press/blocks'
import type { Span } from '@/lib/press/lines'
import { type Style, withFace } from '@/lib/press/style'
import type { Inline } from '@/lib/report/prose'
import type { Words } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

export const spansOfWords = (words: Words, style: Style): readonly Span[] =>
  words.map((part) =>
    typeof part === 'string'
      ? span(part, style)
      : span(part.text, style, { url: part.url, colour: LIGHT.accent }),
  )

/** Inlines as spans; an inline knows the look of what it stands in. */
export const spansOf = (
  content: readonly Inline[],
  style: Style,
  look: Partial<Span> = {},
): readonly Span[] => content.flatMap((inline) => spansOfOne(inline, style, look))

function spansOfOne(inline: Inline, style: Style, look: Partial<Span>): readonly Span[] {
  // A line end in Markdown is a space; only a break ends a line.
  const words = (text: string, more: Partial<Span> = {}) => [
    span(text.replace(/\n/g, ' '), style, { ...look, ...more }),
  ]
  switch (inline.type) {
    case 'text':
      return words(inline.text)
    case 'break':
      return [span('\n', style, look)]
    case 'code':
      return words(inline.text, { face: 'mono', size: style.size * 0.92 })
    case 'link':
      return spansOf(inline.content, style, { ...look, url: inline.url, colour: LIGHT.accent })
    case 'emphasis':
    case 'strong':
      return spansOf(inline.content, style, { ...look, face: withFace(look.face ?? style.face, inline.type) })
  }
}
