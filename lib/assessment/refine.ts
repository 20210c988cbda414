import type { z } from 'zod'
import type { Breach } from '@/lib/assessment/cross-fields'

/** Hands the breaches of a rule over to zod. */
export const report = (context: z.core.$RefinementCtx, breaches: readonly Breach[]): void => {
  for (const { path, message } of breaches) context.addIssue({ code: 'custom', path: [...path], message })
}

/**
 * By default zod skips the rules of an object as soon as one field is wrong, and a person would learn of the
 * next problem only after mending the first. With this a rule runs on any object.
 */
export const ALWAYS = {
  when: ({ value }: z.core.ParsePayload): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
}
