'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { providerHost } from '@/lib/accounts/oidc-client'
import { checkOwnPassword, disconnect } from '@/lib/accounts/oidc-connect'
import { beginFlow } from '@/lib/accounts/oidc-flow'
import { err } from '@/lib/base/result'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'

type Checked = FormState & { readonly userId?: string }

export async function connectProvider(_before: FormState, form: FormData): Promise<FormState> {
  if (providerHost() === undefined) notFound()
  const checked: Checked = await answering<Checked>(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { password })
    if (!read.ok) return read.error
    const own = await checkOwnPassword(actor, read.value.password)
    if (own.ok) return { ...UNTOUCHED, userId: actor.userId }
    if (own.error !== 'wrong') return refuseTooMany(form, own.error)
    return refuse(form, { path: 'password', message: 'This is not your password.' })
  })
  if (checked.userId === undefined) return checked
  // Only now, because the provider may take longer than a reader waits for our database.
  const begun = await beginFlow({ kind: 'connect', userId: checked.userId }).catch(withoutDatabase)
  if (!begun.ok)
    return typeof begun.error === 'string'
      ? redirect(`/sign-in/provider/${begun.error}`)
      : refuseTooMany(form, begun.error)
  await setCookies(begun.value.cookies)
  redirect(begun.value.location)
}

function withoutDatabase(error: unknown) {
  if (!isDatabaseUnavailable(error)) throw error
  return err('database' as const)
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
