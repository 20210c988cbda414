import { TooManyWrites, WRITES } from '@/lib/access/rate-limit'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { type FormState, refuse } from '@/lib/forms/form-state'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { requestContext } from '@/lib/registry'

const AWAY = 'The database does not answer right now. Nothing is lost: send it again in a few seconds.'

const tooMany = (seconds: number): string =>
  `That was more than ${WRITES.max} changes in a minute. Nothing is lost: send it again in ${seconds} seconds.`

/** An action can be called with something that is no form. */
const again = (form: unknown, message: string): FormState => {
  const issue = { path: '', message }
  return form instanceof FormData ? refuse(form, issue) : { values: {}, issues: [issue] }
}

/** The work of an action: without its database the form comes back as it was, with what to do. */
export async function answering<State extends FormState>(
  form: FormData,
  work: () => Promise<State>,
): Promise<State | FormState> {
  try {
    return await within(ANSWER_WITHIN_MS, work())
  } catch (error) {
    const context = requestContext()
    if (error instanceof TooManyWrites) {
      if (context) Object.assign(context, { status: 429, retryAfterSeconds: error.retryAfterSeconds })
      return again(form, tooMany(error.retryAfterSeconds))
    }
    if (!isDatabaseUnavailable(error)) throw error
    if (context) context.status = 503
    return again(form, AWAY)
  }
}
