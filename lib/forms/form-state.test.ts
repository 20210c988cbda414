import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm, refuse } from '@/lib/forms/form-state'

const shape = { email: z.string().min(1, 'Say where.'), password: z.string() }
const formOf = (...entries: readonly (readonly [string, string])[]) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('a good form is read, and what the framework adds is not looked at', () => {
  const form = formOf(['email', 'a@example.org'], ['password', 'x'], ['$ACTION_ID_1', ''])
  expect(readForm(form, shape)).toEqual({ ok: true, value: { email: 'a@example.org', password: 'x' } })
})

test.each([
  ['a field that nobody asked for', 'whim'],
  ['a field that comes twice', 'email'],
])('%s is refused by name', (_what, name) => {
  const read = readForm(formOf(['email', 'a'], ['password', 'x'], [name, 'again']), shape)
  expect(read.ok ? [] : read.error.issues.map(({ path }) => path)).toEqual([name])
})

test.each([undefined, null, 'text', [], {}, 7])('%j is no form, and no failure either', (form) => {
  expect(readForm(form, shape).ok).toBe(false)
})

test('a missing field and a file are told as what is wrong with them', () => {
  const form = formOf(['password', 'x'])
  form.append('email', new File(['x'], 'x.txt'))
  expect(readForm(form, shape).ok).toBe(false)
  expect(readForm(formOf(['password', 'x']), shape)).toMatchObject({
    error: { issues: [{ message: 'Say where.' }] },
  })
})

test('what was typed comes back, secrets do not', () => {
  const form = formOf(['email', 'a'], ['password', 'secret'], ['code', 'secret'], ['newPassword', 'secret'])
  expect(refuse(form).values).toEqual({ email: 'a' })
})
