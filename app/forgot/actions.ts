'use server'

import { notFound } from 'next/navigation'
import { answering } from '@/app/answering'
import { refuseTooMany } from '@/app/too-many'
import { mailPasswordLink } from '@/lib/accounts/reset-password'
import { email } from '@/lib/forms/fields'
import { type FormState, readForm, UNTOUCHED } from '@/lib/forms/form-state'
import { canMail } from '@/lib/mail/deliver'

export type ForgotState = FormState & { readonly isAsked?: boolean }

export async function askForLink(_before: ForgotState, form: FormData): Promise<ForgotState> {
  if (!canMail()) notFound()
  return answering(form, async () => {
    const read = readForm(form, { email })
    if (!read.ok) return read.error
    const asked = await mailPasswordLink(read.value.email)
    if (!asked.ok) return refuseTooMany(form, asked.error)
    return { ...UNTOUCHED, isAsked: true }
  })
}
