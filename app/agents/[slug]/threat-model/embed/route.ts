import { listed } from '@/app/agents/[slug]/threat-model/listed'
import { cardAnswer } from '@/app/document-answer'
import { voiceOf } from '@/app/reports/voices'
import { ASK_AGAIN } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { findEmbeddable } from '@/lib/library/embedding'
import { registry } from '@/lib/registry'
import { addresses, publicPlace } from '@/lib/report/addresses'
import { frameAncestorsOf } from '@/lib/report/embed-hosts'
import { detailOf } from '@/lib/report/report-detail'
import { reportView } from '@/lib/report/report-view'

/** The card of a listed agent, for the pages of the hosts that its workspace has named, and for nobody else's. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: listed({
      find: findEmbeddable,
      answer: ({ report, hosts }, slug) => {
        const { publicUrl } = registry()
        const view = reportView(report, publicUrl, publicPlace(slug))
        const detail = detailOf(report.document, report.score, 'whole')
        return cardAnswer(view, detail, {
          frameAncestors: frameAncestorsOf(hosts, publicUrl),
          headers: { 'cache-control': ASK_AGAIN },
        })
      },
      gone: () => voiceOf('page').gone(GONE),
      addressOf: addresses.embed,
    }),
  },
  voiceOf('page'),
)

const GONE =
  'No agent is listed under this name, or its workspace lets no other page show its card. Check the address, or look for the agent in the library.'
