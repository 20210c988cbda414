import type { ReactNode } from 'react'
import { TooManyWrites } from '@/lib/access/rate-limit'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { requestContext } from '@/lib/registry'

/** A page that needs the database: without one it says so with the status that machines understand. */
export const available =
  <Props,>(page: (props: Props) => Promise<ReactNode>) =>
  async (props: Props): Promise<ReactNode> => {
    try {
      return await within(ANSWER_WITHIN_MS, page(props))
    } catch (error) {
      const context = requestContext()
      if (error instanceof TooManyWrites) {
        if (context) Object.assign(context, { status: 429, retryAfterSeconds: error.retryAfterSeconds })
        return (
          <Later title="That was too much for one minute">
            Try again in {error.retryAfterSeconds} seconds.
          </Later>
        )
      }
      if (!isDatabaseUnavailable(error)) throw error
      if (context) context.status = 503
      return (
        <Later title="The database does not answer right now">
          Nothing is lost. Fullscore tries to reach it again by itself; load this page once more in a few
          seconds.
        </Later>
      )
    }
  }

function Later({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="prose py-12">
      <h1 className="text-xl">{title}</h1>
      <p className="mt-3 text-ink-soft">{children}</p>
    </div>
  )
}
