import { span } from '@/lib/press/blocks'
import type { Span } from '@/lib/press/lines'
import type { Style } from '@/lib/press/style'
import type { Words } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

export const spansOfWords = (words: Words, style: Style): readonly Span[] =>
  words.map((part) =>
    typeof part === 'string'
      ? span(part, style)
      : span(part.text, style, { url: part.url, colour: LIGHT.accent }),
  )
