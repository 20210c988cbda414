import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { keyedHash } from '@/lib/access/keys'
import type { Queryable } from '@/lib/db/client'

/**
 * better-auth takes a code of the second factor for as long as its time window lasts, any number of times. This takes
 * note of a code before it is judged, so that the same one is wrong from then on, on every node and at the same moment.
 */
export const refuseUsedCodes = (db: Queryable) =>
  ({
    id: 'refuse-used-codes',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware(async (ctx) => {
            const userId = (await getSessionFromCtx(ctx))?.user.id ?? (await challenged(ctx))
            // Without one better-auth refuses by itself.
            if (userId === undefined) return
            const code: unknown = ctx.body?.code
            const { count } = await db.usedSecondFactor.createMany({
              data: { userId, codeHash: keyedHash('used-codes', userId, String(code)) },
              skipDuplicates: true,
            })
            if (count === 0)
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
          }),
        },
      ],
    },
    endpoints: {
      /** Whose password was right, and who now owes the code. */
      findChallenged: createAuthEndpoint.serverOnly({ method: 'GET' }, async (ctx) => ({
        userId: await challenged(ctx),
      })),
    },
  }) satisfies BetterAuthPlugin

/** The cookie of the challenge says so, as better-auth reads it. */
async function challenged(
  ctx: Pick<Parameters<Parameters<typeof createAuthMiddleware>[0]>[0], 'context' | 'getSignedCookie'>,
): Promise<string | undefined> {
  const { name } = ctx.context.createAuthCookie('two_factor')
  const identifier = await ctx.getSignedCookie(name, ctx.context.secret)
  if (!identifier) return undefined
  return (await ctx.context.internalAdapter.findVerificationValue(identifier))?.value
}
