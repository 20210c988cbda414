import { voiceOf } from '@/app/reports/voices'
import { membersReport } from '@/app/w/[workspace]/agents/[slug]/report/members-report'
import { forMembers } from '@/lib/http/for-members'
import { route } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { GET: forMembers('agent.read', membersReport) },
  voiceOf('page'),
)
