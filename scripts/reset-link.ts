import { AsyncLocalStorage } from 'node:async_hooks'
import { createPasswordLink } from '@/lib/accounts/reset-password'
import { err, ok, type Result } from '@/lib/base/result'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { loadEnv } from '@/lib/env'
import { runningDatabase } from '@/lib/postgres/running'
import { runClosers } from '@/lib/registry'
import { register } from '@/lib/server/register'

/** A one-time link that sets somebody's password, for the person at the machine. */
export async function resetLink(email: string): Promise<Result<string, string>> {
  const env = loadEnv()
  if (!env.ok) return err(env.error.join('\n'))
  const running = runningDatabase(env.value)
  if (!running.ok) return running
  register(env.value, running.value.appUrl, new AsyncLocalStorage())
  try {
    const link = await createPasswordLink(email)
    return link === undefined ? err(`There is no account with the address ${email}.`) : ok(link)
  } catch (error) {
    if (isDatabaseUnavailable(error))
      return err('The database does not answer. Start Fullscore with npm start, and run this again.')
    throw error
  } finally {
    await runClosers()
  }
}
