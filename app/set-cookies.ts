import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies } from 'next/headers'
import type { SetCookies } from '@/lib/accounts/exchange'

/** Puts cookies on the answer of a server action, where the response itself is out of reach. */
export async function setCookies(lines: SetCookies): Promise<void> {
  const jar = await cookies()
  for (const line of lines)
    for (const [name, cookie] of parseSetCookieHeader(line))
      jar.set(name, cookie.value, toCookieOptions(cookie))
}
