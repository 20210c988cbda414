'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answering } from '@/app/answering'
import { refuseTooMany } from '@/app/too-many'
import { checkPassword } from '@/lib/accounts/password'
import { resetPassword } from '@/lib/accounts/reset-password'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

export async function choosePassword(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { code: z.string().max(64), password })
    if (!read.ok) return read.error
    const strong = checkPassword(read.value.password, '')
    if (!strong.ok) return refuse(form, { path: 'password', message: strong.error })
    const done = await resetPassword(read.value.code, read.value.password)
    if (!done.ok)
      return done.error === 'link'
        ? refuse(form, { path: '', message: 'This link was used or has expired. Ask for a new one.' })
        : refuseTooMany(form, done.error)
    redirect('/sign-in')
  })
}
