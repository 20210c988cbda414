import { comparisonIn, isComparisonForm } from '@/app/comparisons/forms'
import { formAnswer, messageAnswer } from '@/app/document-answer'
import { answerIn } from '@/app/reports/forms'
import { failuresIn, type SharedForm, voiceOf } from '@/app/reports/voices'
import { renderPasswordForm } from '@/components/report/render'
import { isShareToken, SHARE_TOKEN_CHARACTERS } from '@/lib/base/share-path'
import { comparisonPaper } from '@/lib/compare/paper'
import { present } from '@/lib/compare/present'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import type { PathParams } from '@/lib/http/operation'
import { route } from '@/lib/http/route'
import { registry } from '@/lib/registry'
import { readReportPath } from '@/lib/report/report-path'
import { findShared, readSharedReport, type Shared } from '@/lib/shares/find'
import { grantFor, isGranted } from '@/lib/shares/grants'
import { readSharedComparison } from '@/lib/shares/read-comparison'
import { countView } from '@/lib/shares/views'

/** What a link shares, in all its forms; a password is typed here and sent here. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: (request, params) => within(ANSWER_WITHIN_MS, show(request, params)),
    POST: async (request, params) => within(ANSWER_WITHIN_MS, enter(await typedIn(request), params)),
  },
  failuresIn((params) => askedIn(params)?.form),
)

type Asked = { readonly token: string; readonly form: SharedForm }

/** A link chooses the revision and not its reader, so an address with a number is none. */
function askedIn({ path = '' }: PathParams): Asked | undefined {
  const token = path.slice(0, SHARE_TOKEN_CHARACTERS)
  const rest = path.slice(SHARE_TOKEN_CHARACTERS)
  const read = rest === '.csv' ? ({ form: 'csv' } as const) : readReportPath(rest)
  if (!isShareToken(token) || !read || ('number' in read && read.number !== undefined)) return undefined
  return { token, form: read.form }
}

async function show(request: Request, params: PathParams): Promise<Response> {
  const asked = askedIn(params)
  const shared = asked && (await findShared(asked.token))
  if (!asked || !shared) return nothing()
  const { form } = asked
  if (!isGranted(shared, request.headers.get('cookie')))
    return form === 'page' ? passwordForm(200) : voiceOf(form).closed(CLOSED)
  const answer = await answerWith(shared.subject, form, request.signal)
  if (request.method === 'GET' && answer.ok && form !== 'image') countView(shared.shareId)
  return answer
}

/** A comparison has other forms than a report; one that it does not have opens nothing. */
function answerWith(subject: Shared['subject'], form: SharedForm, reader: AbortSignal): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (subject.kind === 'report')
    return form === 'csv'
      ? nothing()
      : answerIn(form, { report: readSharedReport(subject), place: subject.place, headers, reader })
  if (!isComparisonForm(form)) return nothing()
  const { agents, state } = readSharedComparison(subject)
  const paper = comparisonPaper(subject.name, `Shared by ${subject.publisher}`, {
    publicUrl: registry().publicUrl,
    now: new Date(),
  })
  const { view, why } = present(agents, state)
  return comparisonIn(form, { view, why, paper, headers, reader })
}

async function enter(password: string, params: PathParams): Promise<Response> {
  const asked = askedIn(params)
  const shared = asked?.form === 'page' && (await findShared(asked.token))
  return shared ? opened(asked.token, shared, password) : nothing()
}

async function opened(token: string, shared: Shared, password: string): Promise<Response> {
  const location = `/r/${token}`
  if (shared.passwordHash === null) return new Response(null, { status: 303, headers: { location } })
  const granted = await grantFor(shared, password)
  if (granted.ok)
    return new Response(null, { status: 303, headers: { location, 'set-cookie': granted.value } })
  if (granted.error === 'wrong') return passwordForm(403, WRONG)
  const { retryAfterSeconds } = granted.error
  return passwordForm(429, `Too many attempts. Try again in ${retryAfterSeconds} seconds.`, {
    'retry-after': String(retryAfterSeconds),
  })
}

/** What is no form, and what has no such field, is a wrong password like any other. */
async function typedIn(request: Request): Promise<string> {
  try {
    const password = (await request.formData()).get('password')
    return typeof password === 'string' ? password : ''
  } catch {
    return ''
  }
}

/** The one answer for whatever opens nothing, made without a look at what was asked for. */
const nothing = (): Promise<Response> =>
  messageAnswer(
    404,
    'This link opens nothing',
    'It may have been taken back, it may have expired, or a part of it is missing. Ask whoever gave it to you for another one.',
  )

const passwordForm = async (status: number, problem?: string, headers = {}): Promise<Response> =>
  formAnswer(status, await renderPasswordForm(problem), headers)

const CLOSED = 'It has a password, which is typed on the page of the link itself. Open that first.'
const WRONG = 'This is not the password. Check capital letters and spaces, and try again.'
