import { FORMS, type Form, failuresIn } from '@/app/agents/[slug]/threat-model/answers'
import { serving } from '@/lib/http/operation'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'

/** A given revision: `3` is its page, `3.json` and `3.md` are its twins. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: serving(async ({ slug, file = '' }) => {
      const [, number] = /^([1-9]\d{0,9})(?:\.[a-z]+)?$/.exec(file) ?? []
      return FORMS[formOf(file)](
        number === undefined ? null : await findPublishedReport(slug, Number(number)),
      )
    }),
  },
  failuresIn(({ file = '' }) => formOf(file)),
)

const formOf = (file: string): Form =>
  file.endsWith('.json') ? 'json' : file.endsWith('.md') ? 'md' : 'html'
