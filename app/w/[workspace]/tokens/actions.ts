'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { SCOPES } from '@/lib/access/scopes'
import { line } from '@/lib/assessment/text'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'
import { registry } from '@/lib/registry'
import { createToken, LIFETIMES_DAYS, OPEN_TOKENS_MAX } from '@/lib/tokens/create'
import { curlLine } from '@/lib/tokens/curl-line'
import { revokeToken } from '@/lib/tokens/revoke'

const workspace = z.string().max(80)
const checkbox = z.enum(['', 'on'])
const expiry = z
  .string()
  .transform((text) => LIFETIMES_DAYS.find((days) => String(days) === text))
  .refine((days) => days !== undefined, `Choose one of ${LIFETIMES_DAYS.join(', ')} days.`)

const TOO_MANY = `There are ${OPEN_TOKENS_MAX} tokens already. Revoke one that no program uses any more.`

export type CreateState = FormState & { readonly made?: { readonly token: string; readonly curl: string } }

export async function create(_before: CreateState, form: FormData): Promise<CreateState> {
  return answering<CreateState>(form, async () => {
    const read = readForm(form, {
      workspace,
      name: line('The name', 120).refine((name) => name !== '', 'Name the program that will hold the token.'),
      read: checkbox,
      write: checkbox,
      audit: checkbox,
      expiry,
    })
    if (!read.ok) return read.error
    const { name, expiry: lifetimeDays } = read.value
    const [first, ...others] = SCOPES.filter((scope) => read.value[scope] === 'on')
    if (first === undefined || lifetimeDays === undefined)
      return refuse(form, { path: 'scopes', message: 'Choose at least one.' })
    const right = await requireRight('token.manage', read.value.workspace)
    const made = await createToken(right, { name, scopes: [first, ...others], lifetimeDays })
    if (!made.ok) return refuse(form, { path: '', message: TOO_MANY })
    revalidatePath(`/w/${read.value.workspace}/tokens`)
    const { token } = made.value
    return { ...UNTOUCHED, made: { token, curl: curlLine(registry().publicUrl, token, [first, ...others]) } }
  })
}

export async function revoke(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, tokenId: z.uuid('This is no token.') })
    if (!read.ok) return read.error
    const right = await requireRight('token.manage', read.value.workspace)
    const revoked = await revokeToken(right, read.value.tokenId)
    revalidatePath(`/w/${read.value.workspace}/tokens`)
    return revoked.ok ? UNTOUCHED : refuse(form, { path: '', message: 'This token is revoked already.' })
  })
}
