'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { providerHost } from '@/lib/accounts/oidc-client'
import { checkOwnPassword, disconnect } from '@/lib/accounts/oidc-connect'
import { beginFlow } from '@/lib/accounts/oidc-flow'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'

type Checked = FormState & { readonly userId?: string }

const TOO_MANY = { path: '', message: 'Too many attempts. Wait a minute and try again.' }

export async function connectProvider(_before: FormState, form: FormData): Promise<FormState> {
  if (providerHost() === undefined) notFound()
  const checked: Checked = await answering<Checked>(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { password })
    if (!read.ok) return read.error
    const own = await checkOwnPassword(actor, read.value.password)
    if (own.ok) return { ...UNTOUCHED, userId: actor.userId }
    const wrong = { path: 'password', message: 'This is not your password.' }
    return refuse(form, own.error === 'wrong' ? wrong : TOO_MANY)
  })
  if (checked.userId === undefined) return checked
  // Only now, because the provider may take longer than a reader waits for our database.
  const begun = await beginFlow({ kind: 'connect', userId: checked.userId })
  if (!begun.ok)
    return typeof begun.error === 'string'
      ? redirect(`/sign-in/provider/${begun.error}`)
      : refuse(form, TOO_MANY)
  await setCookies(begun.value.cookies)
  redirect(begun.value.location)
}

export async function disconnectProvider(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, {})
    if (!read.ok) return read.error
    const gone = await disconnect(actor)
    if (!gone.ok)
      return refuse(form, { path: '', message: 'Set a password first: this is your only way in.' })
    revalidatePath('/account')
    return UNTOUCHED
  })
}
