import { FORMS, type Form, PAGE_FAILURES } from '@/app/agents/[slug]/threat-model/answers'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'

/** A given revision: `3` is its page, `3.json` and `3.md` are its twins. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: async (_request, { slug, file }) => {
      const { number, form } = readFileName(file ?? '')
      return FORMS[form](number === undefined ? null : await findPublishedReport(slug, number))
    },
  },
  PAGE_FAILURES,
)

function readFileName(file: string): { number: number | undefined; form: Form } {
  const [, digits, ending = 'html'] = /^([1-9]\d{0,8})(?:\.(json|md))?$/.exec(file) ?? []
  const form = ending === 'json' || ending === 'md' ? ending : 'html'
  return { number: digits === undefined ? undefined : Number(digits), form }
}
