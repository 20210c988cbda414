'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { deleteAccount } from '@/lib/accounts/delete'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

/** Asks for the password, or of an account without one for its address. */
export async function removeAccount(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const byAddress = form instanceof FormData && form.has('email')
    const read = byAddress ? readForm(form, { email: z.string().max(254) }) : readForm(form, { password })
    if (!read.ok) return read.error
    const deleted = await deleteAccount(actor, read.value, await headers())
    if (!deleted.ok) {
      if (deleted.error === 'proof')
        return refuse(
          form,
          byAddress
            ? { path: 'email', message: 'This is not the address of your account.' }
            : { path: 'password', message: 'This is not your password.' },
        )
      if ('retryAfterSeconds' in deleted.error) return refuseTooMany(form, deleted.error)
      const names = deleted.error.soleOwnerOf.join(', ')
      return refuse(form, { path: '', message: `Make somebody else an owner first of: ${names}.` })
    }
    await setCookies(deleted.value)
    // Behind the hash, because only this browser has anything left to do with it.
    redirect(`/account/deleted#${actor.userId}`)
  })
}
