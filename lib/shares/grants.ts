import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '@/lib/access/keys'
import { countGuess, type TooMany } from '@/lib/access/rate-limit'
import { verifyPassword } from '@/lib/accounts/password'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { settle } from '@/lib/db/transact'
import { registry } from '@/lib/registry'
import type { Shared } from '@/lib/shares/find'

const GRANT_SECONDS = 12 * 3_600

/** Longer than any password that is accepted; more is not even hashed. */
const TYPED_CHARACTERS_MAX = 1_000

/**
 * A cookie for whoever knows the password of a link, as it stands in Set-Cookie. Five guesses a minute for a link and an
 * address are counted before anything is hashed, and wrong ones stand in the log of the workspace.
 */
export async function grantFor(shared: Shared, password: string): Promise<Result<string, TooMany | 'wrong'>> {
  const counted = await countGuess('share', shared.shareId)
  if (!counted.ok) return counted
  const { passwordHash: hash } = shared
  if (hash === null) return err('wrong')
  if (password.length <= TYPED_CHARACTERS_MAX && (await verifyPassword({ hash, password })))
    return ok(cookieOf(shared))
  await settle((tx) =>
    recordAudit(tx, {
      workspaceId: shared.workspaceId,
      action: 'share.password-refused',
      subject: { kind: 'share', id: shared.shareId },
    }),
  )
  return err('wrong')
}

/** Whether these cookies hold a grant for the link as it is now. A link without a password asks for none. */
export function isGranted(shared: Shared, cookies: string | null): boolean {
  if (shared.passwordHash === null) return true
  const name = cookieName(shared)
  return (cookies ?? '').split(/; */).some((pair) => {
    const mark = pair.indexOf('=')
    return pair.slice(0, mark) === name && isValid(shared, pair.slice(mark + 1))
  })
}

function isValid(shared: Shared, value: string): boolean {
  const [, until = ''] = /^(\d{13})\.[\w-]+$/.exec(value) ?? []
  const [given, wanted] = [Buffer.from(value), Buffer.from(signed(shared, until))]
  return given.length === wanted.length && timingSafeEqual(given, wanted) && Number(until) > Date.now()
}

/** Over the hash of the password too: another password, and the grant is worth nothing. */
const signed = ({ shareId, passwordHash }: Shared, until: string): string =>
  `${until}.${keyedHash('share-grants', shareId, passwordHash ?? '', until)}`

function cookieOf(shared: Shared): string {
  const value = signed(shared, String(Date.now() + GRANT_SECONDS * 1_000))
  const secure = isSecure() ? '; Secure' : ''
  return `${cookieName(shared)}=${value}; Path=/; Max-Age=${GRANT_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

/** One for each link, so that two can be read side by side; its name tells no id. */
const cookieName = ({ shareId }: Shared): string =>
  `${isSecure() ? '__Host-' : ''}share-${keyedHash('share-grants', 'name', shareId).slice(0, 16)}`

const isSecure = (): boolean => registry().publicUrl.startsWith('https:')
