import { FORMS, failuresIn } from '@/app/agents/[slug]/threat-model/answers'
import { serving } from '@/lib/http/operation'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { GET: serving(async ({ slug }) => FORMS.html(await findPublishedReport(slug))) },
  failuresIn(() => 'html'),
)
