import { z } from 'zod'
import { type Issue, issuesOf } from '@/lib/assessment/issues'
import { err, ok, type Result } from '@/lib/base/result'

/** What a form shows when it comes back: what was typed, but for secrets, and what has to be put right. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly issues: readonly Issue[]
}

export const UNTOUCHED: FormState = { values: {}, issues: [] }

const SECRET = /password|code/i

/** The named fields of a form as text, held against their schema; what the framework adds to a form is not looked at. */
export function readForm<Shape extends z.ZodRawShape>(
  form: FormData,
  shape: Shape,
): Result<z.output<z.ZodObject<Shape>>, FormState> {
  const values = Object.fromEntries(Object.keys(shape).map((name) => [name, textOf(form.get(name))]))
  const parsed = z.strictObject(shape).safeParse(values)
  return parsed.success ? ok(parsed.data) : err(refuse(form, ...issuesOf(parsed.error)))
}

/** The same form again with what has to be put right. */
export function refuse(form: FormData, ...issues: readonly Issue[]): FormState {
  const names = [...form.keys()].filter((name) => !name.startsWith('$') && !SECRET.test(name))
  return { values: Object.fromEntries(names.map((name) => [name, textOf(form.get(name))])), issues }
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '')
