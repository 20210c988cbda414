import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { keyedHash } from '@/lib/access/keys'

/** So that scanners of code and logs know one of ours when they see it. */
const PREFIX = 'fullscore_'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_CHARACTERS = 32
const CHECK_CHARACTERS = 6
const PATTERN = new RegExp(`^${PREFIX}([0-9A-Za-z]{${SECRET_CHARACTERS}})([0-9A-Za-z]{${CHECK_CHARACTERS}})$`)

/** 190 bits of chance behind the prefix, and six characters by which a mistyped token is told without asking anybody. */
export function newToken(): string {
  const secret = randomCharacters(SECRET_CHARACTERS)
  return `${PREFIX}${secret}${checkOf(secret)}`
}

export function isToken(text: string): boolean {
  const [, secret, check] = PATTERN.exec(text) ?? []
  return secret !== undefined && checkOf(secret) === check
}

/** What is stored of a token. Keyed, so that a dump of the database says nothing about one. */
export const hashToken = (token: string): string => keyedHash('tokens', token)

/** By this people tell their tokens apart. */
export const endingOf = (token: string): string => token.slice(-4)

function checkOf(secret: string): string {
  let rest = crc32(secret)
  return Array.from({ length: CHECK_CHARACTERS }, () => {
    const character = ALPHABET[rest % ALPHABET.length] ?? ''
    rest = Math.floor(rest / ALPHABET.length)
    return character
  }).join('')
}

/** Bytes that would favour the first characters of the alphabet are left out. */
function randomCharacters(count: number): string {
  let text = ''
  while (text.length < count)
    for (const byte of randomBytes(count))
      if (byte < 4 * ALPHABET.length && text.length < count) text += ALPHABET[byte % ALPHABET.length] ?? ''
  return text
}
