'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { TOO_MANY_LINKS } from '@/app/w/[workspace]/shares/too-many-links'
import { hashPassword } from '@/lib/accounts/password'
import { findAgent } from '@/lib/agents/find'
import { wholeNumber } from '@/lib/forms/agent-fields'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'
import {
  expiryChoice,
  lastDay,
  readExpiry,
  sharedSections,
  shareLabel,
  sharePassword,
} from '@/lib/forms/share-fields'
import { createShare } from '@/lib/shares/create'

export type CreateState = FormState & { readonly url?: string }

const SENTENCES = {
  unpublished: 'This revision cannot be read any more. Choose another one, or publish the draft first.',
  'too-many': TOO_MANY_LINKS,
} as const

const shape = {
  workspace: z.string().max(80),
  slug: z.string().max(80),
  label: shareLabel,
  number: z.union([z.literal(''), wholeNumber]),
  sections: sharedSections,
  expiry: expiryChoice,
  until: lastDay,
  password: sharePassword,
}

/** The link is in the answer and nowhere else. */
export async function create(_before: CreateState, form: FormData): Promise<CreateState> {
  return answering<CreateState>(form, async () => {
    const read = readForm(form, shape)
    if (!read.ok) return read.error
    const { workspace, slug, label, number, sections, password } = read.value
    const right = await requireRight('agent.share', workspace)
    const expiresAt = readExpiry(read.value, new Date())
    if (!expiresAt.ok) return refuse(form, { path: 'until', message: expiresAt.error })
    const agent = await findAgent(right, slug)
    if (!agent) notFound()
    const made = await createShare(right, {
      agentId: agent.agentId,
      number: number === '' ? undefined : number,
      label,
      sections,
      passwordHash: password === '' ? undefined : await hashPassword(password),
      expiresAt: expiresAt.value ?? undefined,
    })
    if (made.ok) {
      revalidatePath(`/w/${workspace}/agents/${slug}/shares`)
      return { ...UNTOUCHED, url: made.value.url }
    }
    if (made.error === 'not-found') notFound()
    const path = made.error === 'unpublished' ? 'number' : ''
    return refuse(form, { path, message: SENTENCES[made.error] })
  })
}
