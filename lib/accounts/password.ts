import { hash, verify } from '@node-rs/argon2'
import common from '@/lib/accounts/common-passwords.json' with { type: 'json' }
import { err, ok, type Result } from '@/lib/base/result'

export const PASSWORD_LENGTH_MIN = 12
export const PASSWORD_LENGTH_MAX = 128

/** Of OWASP's recommendations the one that fits machines with little memory. The variant is Argon2id by default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

export const verifyPassword = async (given: { hash: string; password: string }): Promise<boolean> =>
  verify(given.hash, given.password)

/** Whether it may become somebody's password; the sentence is for that person. Nothing of it is changed before hashing. */
export function checkPassword(password: string, email: string): Result<string, string> {
  const length = [...password].length
  if (length < PASSWORD_LENGTH_MIN) return err(`Use at least ${PASSWORD_LENGTH_MIN} characters.`)
  if (length > PASSWORD_LENGTH_MAX) return err(`Use at most ${PASSWORD_LENGTH_MAX} characters.`)
  // Neither can be typed, and as UTF-8 two different ones would become the same.
  if (/\0|\p{Surrogate}/u.test(password)) return err('This holds a character that is no text.')
  if (isCommon(password.toLowerCase(), email.toLowerCase()))
    return err('This is among the passwords that are tried first. Several words that you choose are better.')
  return ok(password)
}

const LONG = new Set(common.long.split(' '))
const STEMS = new Set(common.stems.split(' '))

/** On the list; or one of it with a few digits and marks around it, repeated, counted up, or the address so disguised. */
function isCommon(password: string, email: string): boolean {
  const stem = password.replace(/^[\d\s!-/:-@[-`{-~]+|[\d\s!-/:-@[-`{-~]+$/g, '')
  const [name = ''] = email.split('@')
  return (
    LONG.has(password) ||
    LONG.has(stem) ||
    STEMS.has(stem) ||
    stem === name ||
    password === email ||
    /^(.{1,11}?)\1+$/su.test(password) ||
    isCountedUp(password)
  )
}

/** Each character follows the one before, up or down: 1234567890123, abcdefghijklm. */
const isCountedUp = (password: string): boolean =>
  [1, -1].some((step) =>
    [...password]
      .slice(1)
      .every((letter, index) =>
        [step, -9 * step].includes((letter.codePointAt(0) ?? 0) - password.charCodeAt(index)),
      ),
  )
