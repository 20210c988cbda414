'use server'

import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { checkPassword } from '@/lib/accounts/password'
import { email, password, personName, workspaceName } from '@/lib/forms/fields'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'
import { askForAccount as ask, confirmAccount as confirm, isSignUpOpen } from '@/lib/workspaces/sign-up'

export type SignUpState = FormState & { readonly isAsked?: boolean }

export async function askForAccount(_before: SignUpState, form: FormData): Promise<SignUpState> {
  if (!isSignUpOpen()) notFound()
  return answering<SignUpState>(form, async () => {
    const read = readForm(form, { name: personName, email, password, workspace: workspaceName })
    if (!read.ok) return read.error
    const strong = checkPassword(read.value.password, read.value.email)
    if (!strong.ok) return refuse(form, { path: 'password', message: strong.error })
    const asked = await ask(read.value)
    return asked.ok ? { ...UNTOUCHED, isAsked: true } : refuseTooMany(form, asked.error)
  })
}

const SENTENCES = {
  password: {
    path: 'password',
    message: 'This is not the password that was chosen. Sign up again if you forgot it.',
  },
  link: { path: '', message: 'This link was used or has expired. Sign in, or sign up once more.' },
} as const

export async function confirmAccount(_before: FormState, form: FormData): Promise<FormState> {
  if (!isSignUpOpen()) notFound()
  return answering(form, async () => {
    const read = readForm(form, { code: z.string().max(64), password })
    if (!read.ok) return read.error
    const done = await confirm(read.value, await headers())
    if (!done.ok)
      return typeof done.error === 'string'
        ? refuse(form, SENTENCES[done.error])
        : refuseTooMany(form, done.error)
    await setCookies(done.value.cookies)
    redirect(`/w/${done.value.slug}`)
  })
}
