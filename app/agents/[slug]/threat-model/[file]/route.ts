import { FORMS, type Form, failuresIn } from '@/app/agents/[slug]/threat-model/answers'
import { listedReport } from '@/app/agents/[slug]/threat-model/listed-report'
import { route } from '@/lib/http/route'
import { addresses } from '@/lib/report/addresses'

/** A given revision: `3` is its page, `3.json` and `3.md` are its twins. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: listedReport({
      numberIn: ({ file = '' }) => {
        const [, number] = /^([1-9]\d{0,9})(?:\.[a-z]+)?$/.exec(file) ?? []
        return number === undefined ? null : Number(number)
      },
      answer: (report, { file = '' }) => FORMS[formOf(file)](report),
      addressOf: (slug, { file }) => `${addresses.report(slug)}/${file}`,
    }),
  },
  failuresIn(({ file = '' }) => formOf(file)),
)

const formOf = (file: string): Form =>
  file.endsWith('.json') ? 'json' : file.endsWith('.md') ? 'md' : 'html'
