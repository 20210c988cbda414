import { FORMS, failuresIn } from '@/app/agents/[slug]/threat-model/answers'
import { listedReport } from '@/app/agents/[slug]/threat-model/listed-report'
import { route } from '@/lib/http/route'
import { addresses } from '@/lib/report/addresses'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { GET: listedReport({ answer: FORMS.html, addressOf: (slug) => addresses.report(slug) }) },
  failuresIn(() => 'html'),
)
