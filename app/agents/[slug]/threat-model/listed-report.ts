import { formerNameAnswer } from '@/lib/http/former-name'
import { type Operation, type PathParams, serving } from '@/lib/http/operation'
import { findPublishedReport } from '@/lib/library/published-report'
import type { PublishedReport } from '@/lib/report/published-report'

/** One form of a listed agent's report. Under a former name of the agent it leads to the same form under today's. */
export const listedReport = (form: {
  readonly answer: (report: PublishedReport | null, params: PathParams) => Response | Promise<Response>
  readonly addressOf: (slug: string, params: PathParams) => string
  /** The revision that the path asks for, null for a path that asks for none; without it the latest. */
  readonly numberIn?: (params: PathParams) => number | null
}): Operation =>
  serving(async (params) => {
    const { slug = '' } = params
    const number = form.numberIn?.(params)
    const report = number === null ? null : await findPublishedReport(slug, number)
    const moved =
      report || number === null
        ? undefined
        : await formerNameAnswer(slug, (today) => form.addressOf(today, params))
    return moved ?? form.answer(report, params)
  })
