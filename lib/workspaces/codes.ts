import { randomBytes } from 'node:crypto'
import { keyedHash } from '@/lib/access/keys'

/** 160 bits for a link that nobody types. */
export const newLinkCode = (): string => randomBytes(20).toString('base64url')

/** 80 bits in four groups, without letters that are mistaken for others when typed. */
export function newTypedCode(): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('')
  return inGroups(letters)
}

export const inGroups = (letters: string): string => letters.replace(/.{4}(?=.)/g, '$&-')

/** As it was meant: any case, any dashes and spaces, O for 0, I and L for 1. */
export const readTypedCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Keyed, so that whoever reads the database cannot try codes out. */
export const hashCode = (purpose: 'setup' | 'invite' | 'sign-up', code: string): string =>
  keyedHash('codes', purpose, code)
