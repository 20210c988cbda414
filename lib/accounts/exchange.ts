import { isAPIError } from 'better-auth/api'
import { err, ok, type Result } from '@/lib/base/result'
import { requestContext } from '@/lib/registry'

/** The lines for `Set-Cookie`, as they are: an action or a route puts them on its answer. */
export type SetCookies = readonly string[]

/** What better-auth shall see of a request: nothing that it could take for an order. */
export function headersForAuth(headers: Headers): Headers {
  const kept = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  kept.set('x-forwarded-for', requestContext()?.clientAddress ?? '127.0.0.1')
  return kept
}

/** The same for whoever is about to sign in: better-auth would take the session of before for the one that is meant. */
export function headersWithoutSession(headers: Headers): Headers {
  const kept = headersForAuth(headers)
  const cookies = (kept.get('cookie') ?? '').split(';').filter((pair) => !/\.session_token=/.test(pair))
  kept.set('cookie', cookies.join(';'))
  return kept
}

/** What a browser sends back after an answer with these cookies. */
export function headersOfCookies(cookies: SetCookies): Headers {
  const kept = cookies.filter((line) => !/max-age=0/i.test(line)).map((line) => line.split(';')[0])
  return new Headers({ cookie: kept.join('; ') })
}

export const setCookiesOf = (headers: Headers): SetCookies => headers.getSetCookie()

/** Its refusals are errors that carry a status: below 500 they are outcomes, above they are bugs. */
export async function attempt<T>(call: Promise<T>): Promise<Result<T, string>> {
  try {
    return ok(await call)
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return err(error.body?.code ?? 'REFUSED')
    throw error
  }
}
