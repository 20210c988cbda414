import { hashPassword } from '@/lib/accounts/password'
import { getAgent } from '@/lib/agents/get-agent'
import { err, ok } from '@/lib/base/result'
import { createShareEndpoint, listSharesEndpoint } from '@/lib/http/endpoints/shares'
import { notFound, unprocessable } from '@/lib/http/problems'
import { answerOnce, reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'
import { insertShare, OPEN_SHARES_MAX, type ShareRefusal } from '@/lib/shares/create'
import { listShares } from '@/lib/shares/list'
import { serializeMadeShare, serializeShare } from '@/lib/shares/serializer'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(listSharesEndpoint, async ({ right, params: { id: agentId }, query: { cursor, limit } }) => {
    if (!(await getAgent(right, agentId))) return err(notFound(NOTHING_HERE))
    const { shares, nextCursor } = await listShares(right, { agentId }, cursor, limit)
    return ok(reply(200, { items: shares.map(serializeShare), nextCursor }))
  }),

  POST: serve(createShareEndpoint, async ({ right, params: { id: agentId }, body, repeatable }) => {
    const { revision: number, password, label, sections, expiresAt } = body
    const passwordHash = password === undefined ? undefined : await hashPassword(password)
    const share = { agentId, number, label, sections, expiresAt, passwordHash }
    return answerOnce(repeatable, async (tx) => {
      const made = await insertShare(tx, right, share)
      return made.ok ? ok(reply(201, serializeMadeShare(made.value, share))) : err(refusalOf(made.error))
    })
  }),
})

const refusalOf = (error: ShareRefusal) =>
  error === 'not-found' ? notFound(NOTHING_HERE) : unprocessable([REFUSALS[error]])

const REFUSALS = {
  unpublished: {
    path: 'revision',
    message: 'There is no such published revision of this agent. Publish the draft first.',
  },
  'too-many': {
    path: '',
    message: `The workspace has ${OPEN_SHARES_MAX} open links. Revoke one that nobody needs any more.`,
  },
} as const
