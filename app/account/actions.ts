'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { changePassword } from '@/lib/accounts/change-password'
import { checkPassword } from '@/lib/accounts/password'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

export type PasswordState = FormState & { readonly isChanged?: boolean }

export async function setPassword(_before: PasswordState, form: FormData): Promise<PasswordState> {
  return answering(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { currentPassword: password, newPassword: password })
    if (!read.ok) return read.error
    const { currentPassword: current, newPassword: next } = read.value
    const strong = checkPassword(next, actor.email)
    if (!strong.ok) return refuse(form, { path: 'newPassword', message: strong.error })
    const changed = await changePassword(actor, { current, next }, await headers())
    if (!changed.ok)
      return refuse(
        form,
        changed.error === 'wrong'
          ? { path: 'currentPassword', message: 'This is not your password.' }
          : { path: '', message: 'Too many attempts. Wait a minute and try again.' },
      )
    await setCookies(changed.value)
    return { values: {}, issues: [], isChanged: true }
  })
}
