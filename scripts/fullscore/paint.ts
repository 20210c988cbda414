import type { Span, Style } from '@/scripts/fullscore/outcome'

/** Colours are for eyes: not for a pipe, not for a terminal without them, and not for who asks to be spared. */
export const isColourful = (
  isTerminal: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean => isTerminal === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'

const CODES: Readonly<Record<Style, string>> = {
  strong: '1',
  soft: '2',
  good: '32',
  warning: '33',
  bad: '31;1',
}

export const plain = (span: Span): string => harmless(typeof span === 'string' ? span : span.text)

export const coloured = (span: Span): string =>
  typeof span === 'string' ? plain(span) : `\u001b[${CODES[span.style]}m${plain(span)}\u001b[0m`

/** A document or a server may hold what moves the cursor of a terminal or turns the direction of what follows. */
const HOSTILE = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

export const harmless = (text: string): string => text.replace(HOSTILE, '\ufffd')

/** The same for JSON, where nothing is lost: what JSON itself leaves as it is, of these, is spelled out. */
export const toJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(HOSTILE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
