import { answerIn } from '@/app/reports/forms'
import { failuresIn, voiceOf } from '@/app/reports/voices'
import { formerNameAnswer } from '@/lib/http/former-name'
import { type PathParams, serving } from '@/lib/http/operation'
import { ASK_AGAIN } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'
import { addresses, publicPlace } from '@/lib/report/addresses'
import { type ReportPath, readReportPath } from '@/lib/report/report-path'

/** A listed agent's report in all its forms: the latest, or the revision that the path names. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: serving(async (params, reader) => {
      const { slug = '', path = '' } = params
      const asked = askedIn(params)
      const report = asked && (await findPublishedReport(slug, asked.number))
      if (report)
        return answerIn(asked.form, {
          report,
          place: publicPlace(slug),
          headers: { 'cache-control': ASK_AGAIN },
          reader,
        })
      const moved = asked && (await formerNameAnswer(slug, (today) => `${addresses.listing(today)}/${path}`))
      return moved ?? voiceOf(asked?.form).gone(GONE)
    }),
  },
  failuresIn((params) => askedIn(params)?.form),
)

/** The path is `threat-model` with what belongs to it right behind: `threat-model.json`, `threat-model/3`. */
const askedIn = ({ path = '' }: PathParams): ReportPath | undefined =>
  path.startsWith(REPORT) ? readReportPath(path.slice(REPORT.length)) : undefined

const REPORT = 'threat-model'

const GONE =
  'The agent is not listed, or this revision of it was never published or has been withdrawn. Check the address, or look for the agent in the library.'
