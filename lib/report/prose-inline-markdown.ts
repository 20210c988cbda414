import { characterReference, codeSpan, escapeInline } from '@/lib/report/markdown-text'
import type { Inline } from '@/lib/report/prose'

/** Of normal prose. Emphasis is `_` and strong emphasis `**`: as neither lies in its like, no mark can meet another's. */
export const inlineMarkdown = (content: readonly Inline[]): string =>
  content.map((inline, index) => pieceOf(inline, content[index - 1], content[index + 1])).join('')

function pieceOf(inline: Inline, before: Inline | undefined, after: Inline | undefined): string {
  switch (inline.type) {
    case 'text':
      return textBetween(inline.text, before, after)
    case 'code':
      return codeSpan(inline.text)
    case 'break':
      return '\\\n'
    case 'link':
      return linkMarkdown(inline.url, inline.content)
    case 'emphasis':
      return `_${insideMarks(inline.content)}_`
    case 'strong':
      return `**${insideMarks(inline.content)}**`
  }
}

const insideMarks = (content: readonly Inline[]): string =>
  inlineMarkdown(content).replace(/^\s|\s$/g, characterReference)

/**
 * A mark opens or closes by the characters on its two sides. A letter right outside of one would hinder it; as a
 * character reference, which begins and ends in punctuation, it does not.
 */
function textBetween(text: string, before: Inline | undefined, after: Inline | undefined): string {
  const escaped = escapeInline(text).replace(/!$/, after?.type === 'link' ? '\\!' : '!')
  return escaped
    .replace(/^./su, (first) => (isHindrance(first, before, -1) ? characterReference(first) : first))
    .replace(/.$/su, (last) => (isHindrance(last, after, 0) ? characterReference(last) : last))
}

function isHindrance(character: string, neighbour: Inline | undefined, facing: 0 | -1): boolean {
  if (neighbour?.type !== 'emphasis' && neighbour?.type !== 'strong') return false
  if (isSpaceOrSign(character)) return false
  return neighbour.type === 'emphasis' || isSpaceOrSign(insideMarks(neighbour.content).at(facing) ?? '')
}

/** As the parser sees it, unit by unit: a character of two units is never a sign. */
const isSpaceOrSign = (character: string): boolean =>
  /^[\s\p{P}\p{S}]$/u.test(character) && character.length === 1

export function linkMarkdown(url: string, content: readonly Inline[]): string {
  const [only, ...more] = content
  const saysItself = only?.type === 'text' && only.text === url && more.length === 0
  if (saysItself && !/[\s\p{Cc}<>]/u.test(url)) return `<${url}>`
  const target = /[\s\p{Cc}()<>\\&]/u.test(url) ? `<${url.replace(/[\\<>&]/g, '\\$&')}>` : url
  return `[${inlineMarkdown(content)}](${target})`
}
