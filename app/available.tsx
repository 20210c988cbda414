import type { ReactNode } from 'react'
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
      if (!isDatabaseUnavailable(error)) throw error
      const context = requestContext()
      if (context) context.status = 503
      return <Unavailable />
    }
  }

function Unavailable() {
  return (
    <div className="prose py-12">
      <h1 className="text-xl">The database does not answer right now</h1>
      <p className="mt-3 text-ink-soft">
        Nothing is lost. Fullscore tries to reach it again by itself; load this page once more in a few
        seconds.
      </p>
    </div>
  )
}
