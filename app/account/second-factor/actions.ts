'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import type { Person } from '@/lib/access/actor'
import { drawQrCode, type QrCode } from '@/lib/accounts/qr-code'
import {
  createKey,
  keyAddress,
  type ProofRefusal,
  renewRecoveryCodes,
  turnOff,
  turnOn,
} from '@/lib/accounts/two-factor-settings'
import { password } from '@/lib/forms/fields'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'

export type SetUpState = FormState & {
  /** The second step: what the app has to be told. */
  readonly key?: { readonly secret: string; readonly address: string; readonly qrCode: QrCode }
  readonly recoveryCodes?: readonly string[]
}

const code = z.string().trim().max(64)
const secret = z.string().regex(/^[A-Z2-7]{16,128}$/, 'Start again with your password.')
const PASSWORD = { path: 'password', message: 'This is not your password.' }
const CODE = {
  path: 'code',
  message:
    'This code is wrong or was used before. Wait for the next one, and look at the clock of your phone.',
}
const ON = { path: '', message: 'The second factor is on already. Load this page once more.' }

/** Both steps are one form that grows, so that the second one comes back whole without script too. */
export async function setUpSecondFactor(_before: SetUpState, form: FormData): Promise<SetUpState> {
  return answering<SetUpState>(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    return form instanceof FormData && form.has('secret') ? confirmKey(actor, form) : showKey(actor, form)
  })
}

async function showKey(actor: Person, form: FormData): Promise<SetUpState> {
  const read = readForm(form, { password })
  if (!read.ok) return read.error
  const made = await createKey(actor, read.value.password, await headers())
  if (made.ok) return { ...UNTOUCHED, key: shown(made.value, actor) }
  if (made.error === 'on') return refuse(form, ON)
  return made.error === 'password' ? refuse(form, PASSWORD) : refuseTooMany(form, made.error)
}

async function confirmKey(actor: Person, form: FormData): Promise<SetUpState> {
  const read = readForm(form, { secret, code })
  if (!read.ok) return read.error
  const key = shown(read.value.secret, actor)
  const done = await turnOn(actor, read.value.code, await headers())
  if (!done.ok)
    return { ...(done.error === 'code' ? refuse(form, CODE) : refuseTooMany(form, done.error)), key }
  await setCookies(done.value.cookies)
  return { ...UNTOUCHED, recoveryCodes: done.value.recoveryCodes }
}

/** What the form brings back is shown to who sent it, and no more: what counts is stored. */
function shown(key: string, actor: Person): NonNullable<SetUpState['key']> {
  const address = keyAddress(key, actor)
  return { secret: key, address, qrCode: drawQrCode(address) }
}

export type RenewState = FormState & { readonly recoveryCodes?: readonly string[] }

export async function renewCodes(_before: RenewState, form: FormData): Promise<RenewState> {
  return answering<RenewState>(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { password, code })
    if (!read.ok) return read.error
    const done = await renewRecoveryCodes(actor, read.value, await headers())
    return done.ok ? { ...UNTOUCHED, recoveryCodes: done.value } : refuseProof(form, done.error)
  })
}

export type TurnOffState = FormState & { readonly isOff?: boolean }

export async function turnSecondFactorOff(_before: TurnOffState, form: FormData): Promise<TurnOffState> {
  return answering<TurnOffState>(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { password, code })
    if (!read.ok) return read.error
    const done = await turnOff(actor, read.value, await headers())
    if (!done.ok) return refuseProof(form, done.error)
    await setCookies(done.value)
    return { ...UNTOUCHED, isOff: true }
  })
}

function refuseProof(form: FormData, refusal: ProofRefusal): FormState {
  if (refusal === 'password') return refuse(form, PASSWORD)
  return refusal === 'code' ? refuse(form, CODE) : refuseTooMany(form, refusal)
}
