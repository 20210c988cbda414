import { APIError, type BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { twoFactor } from 'better-auth/plugins/two-factor'
import { z } from 'zod'

const PATH = '/sign-in/provider'

/** A session for whom an identity provider has vouched, made by better-auth as it makes all others. */
export const providerSessions = () =>
  ({
    id: 'provider-sessions',
    endpoints: {
      openProviderSession: createAuthEndpoint(
        PATH,
        { method: 'POST', body: z.object({ userId: z.uuid() }), metadata: { scope: 'server' } },
        async (ctx) => {
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(ctx.body.userId)
          if (!user) throw new APIError('UNAUTHORIZED', { message: 'There is no such account' })
          await setSessionCookie(ctx, { session: await internalAdapter.createSession(user.id), user })
          return ctx.json({ userId: user.id })
        },
      ),
    },
  }) satisfies BetterAuthPlugin

/** better-auth asks for the second factor after a password alone; here it is asked for after the provider, too. */
export function askAfterProvider(plugin: ReturnType<typeof twoFactor>): ReturnType<typeof twoFactor> {
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (ctx: Parameters<typeof hook.matcher>[0]) => ctx.path === PATH || hook.matcher(ctx),
  }))
  return { ...plugin, hooks: { ...plugin.hooks, after } }
}
