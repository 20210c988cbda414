import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { type FormState, refuse } from '@/lib/forms/form-state'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { requestContext } from '@/lib/registry'

const AWAY = {
  path: '',
  message: 'The database does not answer right now. Nothing is lost: send it again in a few seconds.',
}

/** The work of an action: without its database the form comes back as it was, with what to do. */
export async function answering<State extends FormState>(
  form: FormData,
  work: () => Promise<State>,
): Promise<State | FormState> {
  try {
    return await within(ANSWER_WITHIN_MS, work())
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    const context = requestContext()
    if (context) context.status = 503
    return form instanceof FormData ? refuse(form, AWAY) : { values: {}, issues: [AWAY] }
  }
}
