import { FORMS, PAGE_FAILURES } from '@/app/agents/[slug]/threat-model/answers'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { GET: async (_request, { slug }) => FORMS.html(await findPublishedReport(slug)) },
  PAGE_FAILURES,
)
