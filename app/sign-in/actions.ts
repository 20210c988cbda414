'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { type SignInRefusal, signIn, verifySecondFactor } from '@/lib/accounts/sign-in'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

const refuseEntry = (form: FormData, refusal: SignInRefusal, wrong: string): FormState =>
  refusal === 'wrong' ? refuse(form, { path: '', message: wrong }) : refuseTooMany(form, refusal)

export async function enter(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { email: z.string().max(1_000), password })
    if (!read.ok) return read.error
    const done = await signIn(read.value, await headers())
    if (!done.ok) return refuseEntry(form, done.error, 'Email or password is wrong.')
    await setCookies(done.value.cookies)
    redirect(done.value.next === 'done' ? '/w' : '/sign-in/second-factor')
  })
}

export async function confirm(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { code: z.string().max(64) })
    if (!read.ok) return read.error
    const done = await verifySecondFactor(read.value.code, await headers())
    if (!done.ok)
      return refuseEntry(form, done.error, 'This code is wrong or was used before. Wait for the next one.')
    await setCookies(done.value.cookies)
    redirect('/w')
  })
}
