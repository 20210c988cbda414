import { z } from 'zod'
import { type Issue, issuesOf } from '@/lib/assessment/issues'
import { err, ok, type Result } from '@/lib/base/result'

/** What a form shows when it comes back: what was typed, but for secrets, and what has to be put right. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly issues: readonly Issue[]
}

export const UNTOUCHED: FormState = { values: {}, issues: [] }

const SECRETS = new Set(['code', 'password', 'currentPassword', 'newPassword'])

/**
 * A form held against its schema. An action can be called with anything, so what is no form, a field that nobody asked
 * for, one that comes twice and a file are refused; the fields that the framework adds are not looked at.
 */
export function readForm<Shape extends z.ZodRawShape>(
  form: unknown,
  shape: Shape,
): Result<z.output<z.ZodObject<Shape>>, FormState> {
  if (!(form instanceof FormData))
    return err({ values: {}, issues: [{ path: '', message: 'Send the form of the page.' }] })
  const own = [...form.entries()].filter(([name]) => !name.startsWith('$ACTION'))
  const repeated = own.find(([name], index) => own.findIndex(([other]) => other === name) !== index)
  if (repeated) return err(refuse(form, { path: repeated[0], message: 'Send this field once.' }))
  const missing = Object.keys(shape).map((name) => [name, ''] as const)
  const parsed = z.strictObject(shape).safeParse(Object.fromEntries([...missing, ...own]))
  return parsed.success ? ok(parsed.data) : err(refuse(form, ...issuesOf(parsed.error)))
}

/** The same form again, whole however long its texts are, with what has to be put right. */
export function refuse(form: FormData, ...issues: readonly Issue[]): FormState {
  const typed = [...form.entries()].flatMap(([name, value]) =>
    typeof value !== 'string' || name.startsWith('$') || SECRETS.has(name) ? [] : [[name, value] as const],
  )
  return { values: Object.fromEntries(typed), issues }
}
