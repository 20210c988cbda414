'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { findAgent } from '@/lib/agents/find'
import { BADGES_MAX, createBadge } from '@/lib/badges/create'
import { removeBadge } from '@/lib/badges/remove'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

const place = { workspace: z.string().max(80), slug: z.string().max(80) }
const shows = z
  .string()
  .regex(/^(latest|[1-9]\d{0,8})$/, 'Choose what it shows.')
  .transform((text) => (text === 'latest' ? undefined : Number(text)))

const SENTENCES = {
  'no-revision': 'This revision cannot be read any more. Choose another one.',
  'too-many': `The agent has ${BADGES_MAX} badge addresses, which is as many as it can have. Remove one that nobody needs.`,
} as const

export async function create(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, shows })
    if (!read.ok) return read.error
    const { workspace, slug, shows: number } = read.value
    const right = await requireRight('agent.share', workspace)
    const agent = await findAgent(right, slug)
    if (!agent) notFound()
    const made = await createBadge(right, { agentId: agent.agentId, number })
    if (made.ok) redirect(`/w/${workspace}/agents/${agent.slug}/badges`)
    if (made.error === 'not-found') notFound()
    return refuse(form, { path: made.error === 'no-revision' ? 'shows' : '', message: SENTENCES[made.error] })
  })
}

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, badge: z.uuid('Send the form of the page.') })
    if (!read.ok) return read.error
    const { workspace, slug, badge: badgeId } = read.value
    const right = await requireRight('agent.share', workspace)
    const agent = await findAgent(right, slug)
    if (!agent) notFound()
    const removed = await removeBadge(right, { agentId: agent.agentId, badgeId })
    if (removed.ok) redirect(`/w/${workspace}/agents/${agent.slug}/badges`)
    return refuse(form, { path: '', message: 'It is removed already. Load the page again.' })
  })
}
