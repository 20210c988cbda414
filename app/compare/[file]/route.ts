import { readPublicComparison } from '@/app/compare/read'
import { comparisonFile, fileForm } from '@/app/comparisons/file-answer'
import { failuresIn } from '@/app/reports/voices'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { queryOf } from '@/lib/http/page-query'
import { ASK_AGAIN } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { registry } from '@/lib/registry'

/** A comparison of listed agents as a file. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: async (request, params) => {
      const read = await within(ANSWER_WITHIN_MS, readPublicComparison(queryOf(request)))
      const source = `From the library at ${registry().publicUrl}`
      return comparisonFile(fileForm(params), read, {
        source,
        cacheControl: ASK_AGAIN,
        reader: request.signal,
      })
    },
  },
  failuresIn(fileForm),
)
