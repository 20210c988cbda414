'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { countGuess } from '@/lib/access/rate-limit'
import { checkPassword } from '@/lib/accounts/password'
import { password, personName } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'
import {
  type AcceptRefusal,
  acceptAsMember,
  acceptAsNewAccount,
  findInvitation,
} from '@/lib/workspaces/invitations'

const code = z.string().max(64)
const OVER = { path: '', message: 'This invitation was used, taken back, or has expired. Ask for a new one.' }
const EXISTS = { path: '', message: 'This address has an account already. Sign in, and open the link again.' }
const FULL = {
  path: '',
  message:
    'This workspace has as many members as it can have. Ask an owner to make room, and open the link again.',
}
const REFUSALS: Readonly<Record<AcceptRefusal, typeof OVER>> = {
  invitation: OVER,
  exists: EXISTS,
  'too-many-members': FULL,
}

export async function joinAsNew(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { code, name: personName, password })
    if (!read.ok) return read.error
    const counted = await countGuess('invitation', read.value.code)
    if (!counted.ok) return refuseTooMany(form, counted.error)
    const invitation = await findInvitation(read.value.code)
    if (!invitation) return refuse(form, OVER)
    const strong = checkPassword(read.value.password, invitation.email)
    if (!strong.ok) return refuse(form, { path: 'password', message: strong.error })
    const joined = await acceptAsNewAccount(read.value.code, read.value, await headers())
    if (!joined.ok) return refuse(form, REFUSALS[joined.error])
    await setCookies(joined.value.cookies)
    redirect(`/w/${joined.value.workspace}`)
  })
}

export async function join(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { code })
    if (!read.ok) return read.error
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const counted = await countGuess('invitation', read.value.code)
    if (!counted.ok) return refuseTooMany(form, counted.error)
    const joined = await acceptAsMember(read.value.code, actor)
    if (!joined.ok) return refuse(form, REFUSALS[joined.error])
    redirect(`/w/${joined.value}`)
  })
}
