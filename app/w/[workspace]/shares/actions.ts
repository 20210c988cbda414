'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { hashPassword } from '@/lib/accounts/password'
import { findAgent } from '@/lib/agents/find'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'
import { expiryChoice, lastDay, readExpiry, shareLabel, sharePassword } from '@/lib/forms/share-fields'
import { changeShare } from '@/lib/shares/change'
import { revokeShare, revokeShares } from '@/lib/shares/revoke'

const workspace = z.string().max(80)
const share = z.uuid('This is no link.')
const OVER = 'This link is revoked already.'

export async function revoke(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, share })
    if (!read.ok) return read.error
    const right = await requireRight('agent.share', read.value.workspace)
    const revoked = await revokeShare(right, read.value.share)
    revalidatePath(`/w/${read.value.workspace}/shares`)
    return revoked.ok ? UNTOUCHED : refuse(form, { path: '', message: OVER })
  })
}

/** Of one agent or one comparison, or where none is named of the whole workspace. */
export async function revokeAll(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const named = { agent: z.string().max(80), comparison: z.union([z.literal(''), z.uuid()]) }
    const read = readForm(form, { workspace, ...named })
    if (!read.ok) return read.error
    const { agent: slug, comparison } = read.value
    const right = await requireRight('agent.share', read.value.workspace)
    const agent = slug === '' ? undefined : await findAgent(right, slug)
    if (slug !== '' && !agent) notFound()
    await revokeShares(right, {
      ...(agent && { agentId: agent.agentId }),
      ...(comparison !== '' && { comparisonId: comparison }),
    })
    revalidatePath(`/w/${read.value.workspace}/shares`)
    return UNTOUCHED
  })
}

export type ChangeState = FormState & { readonly isSaved?: boolean }

const changed = {
  workspace,
  share,
  label: shareLabel,
  expiry: expiryChoice,
  until: lastDay,
  password: sharePassword,
  removePassword: z.enum(['', 'on']),
}

export async function change(_before: ChangeState, form: FormData): Promise<ChangeState> {
  return answering<ChangeState>(form, async () => {
    const read = readForm(form, changed)
    if (!read.ok) return read.error
    const { label, password, removePassword } = read.value
    const right = await requireRight('agent.share', read.value.workspace)
    const expiresAt = readExpiry(read.value, new Date())
    if (!expiresAt.ok) return refuse(form, { path: 'until', message: expiresAt.error })
    if (password !== '' && removePassword === 'on')
      return refuse(form, { path: 'password', message: 'Either type another password or remove it.' })
    const outcome = await changeShare(right, read.value.share, {
      label,
      ...(expiresAt.value !== undefined && { expiresAt: expiresAt.value }),
      ...(password !== '' && { passwordHash: await hashPassword(password) }),
      ...(removePassword === 'on' && { passwordHash: null }),
    })
    if (!outcome.ok) return refuse(form, { path: '', message: OVER })
    revalidatePath(`/w/${read.value.workspace}/shares`)
    return { ...UNTOUCHED, isSaved: true }
  })
}
