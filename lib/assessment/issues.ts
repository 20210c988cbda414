import type { z } from 'zod'

/** What to put right, and where: `factors.autonomy.evidence[0].url`. */
export type Issue = { readonly path: string; readonly message: string }

/** Every problem of a body, unknown keys one by one; a hostile body cannot make the answer outgrow itself. */
export const issuesOf = (error: z.ZodError): Issue[] => error.issues.flatMap(readIssue).slice(0, ISSUES_MAX)

const ISSUES_MAX = 100
const KEY_LENGTH_MAX = 80

const readIssue = (issue: z.core.$ZodIssue): readonly Issue[] => {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: issue.message }]
  return issue.keys.slice(0, ISSUES_MAX).map((key) => ({
    path: pathOf([...issue.path, key]),
    message: `“${shorten(key)}” is not a field here; remove it.`,
  }))
}

export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const name = shorten(String(key))
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`
    return path === '' ? name : `${path}.${name}`
  }, '')

const shorten = (key: string): string =>
  key.length > KEY_LENGTH_MAX ? `${key.slice(0, KEY_LENGTH_MAX)}…` : key
