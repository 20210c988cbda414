import { comparisonFile, fileForm } from '@/app/comparisons/file-answer'
import { failuresIn } from '@/app/reports/voices'
import { readMembersComparison } from '@/app/w/[workspace]/compare/read'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { forMembers } from '@/lib/http/for-members'
import { queryOf } from '@/lib/http/page-query'
import { route } from '@/lib/http/route'

/** A comparison of a workspace's agents as a file, for its members. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: forMembers('agent.read', (right) => async (request, params) => {
      const read = await within(ANSWER_WITHIN_MS, readMembersComparison(right, queryOf(request)))
      const source = `For members of ${params['workspace']}`
      return comparisonFile(fileForm(params), read, {
        source,
        cacheControl: 'no-store',
        reader: request.signal,
      })
    }),
  },
  failuresIn(fileForm),
)
