import { type Actor, VISITOR } from '@/lib/access/actor'
import { auth, SESSION_IDLE_SECONDS } from '@/lib/accounts/auth'
import { headersForAuth } from '@/lib/accounts/exchange'
import { database } from '@/lib/db/client'

/** Who sent a request, read from the database each time: a session that was ended is over on the next request. */
export async function findActor(headers: Headers): Promise<Actor> {
  const found = await auth()
    .api.getSession({ headers: headersForAuth(headers) })
    .catch(explain)
  if (!found) return VISITOR
  const { session, user } = found
  const awayMs = Date.now() - (session.lastSeenAt ?? session.createdAt).getTime()
  if (awayMs > SESSION_IDLE_SECONDS * 1_000) {
    await database().session.deleteMany({ where: { id: session.id } })
    return VISITOR
  }
  if (awayMs > SEEN_STEP_MS)
    await database().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date() } })
  return { kind: 'person', userId: user.id, sessionId: session.id, email: user.email, name: user.name }
}

/** better-auth says of every failure that it failed; whether the database is away, the database says best. */
async function explain(error: unknown): Promise<never> {
  await database().$queryRaw`SELECT 1`
  throw error
}

/** Exact enough for days, and a page with ten requests writes once. */
const SEEN_STEP_MS = 60_000
