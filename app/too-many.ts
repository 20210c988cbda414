import type { TooMany } from '@/lib/access/rate-limit'
import { type FormState, refuse } from '@/lib/forms/form-state'
import { requestContext } from '@/lib/registry'

/** The form comes back with when to try again, which also leaves as 429 with Retry-After. */
export function refuseTooMany(form: FormData, { retryAfterSeconds }: TooMany): FormState {
  const context = requestContext()
  if (context) {
    context.status = 429
    context.retryAfterSeconds = retryAfterSeconds
  }
  return refuse(form, {
    path: '',
    message: `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
  })
}
