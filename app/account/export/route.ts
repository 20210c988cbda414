import { findActor } from '@/lib/access/session'
import { exportAccount } from '@/lib/accounts/export'
import { signInFirst } from '@/lib/http/for-members'
import { route } from '@/lib/http/route'
import { isoDay } from '@/lib/report/dates'

export const dynamic = 'force-dynamic'

/** What is kept about whoever asks, as a file. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const actor = await findActor(request.headers)
    if (actor.kind !== 'person') return signInFirst()
    const text = JSON.stringify(await exportAccount(actor), null, 2)
    const name = `fullscore-account-${isoDay(new Date())}.json`
    return new Response(`${text}\n`, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  },
})
