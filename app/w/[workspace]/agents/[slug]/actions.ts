'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import type { Authorized } from '@/lib/access/authorize'
import { changeSlug } from '@/lib/agents/change-slug'
import { findAgent } from '@/lib/agents/find'
import { listAgent, setVisibility, unlistAgent } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { deleteAgent } from '@/lib/agents/trash'
import { slugField, wholeNumber } from '@/lib/forms/agent-fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

const place = { workspace: z.string().max(80), slug: z.string().max(80) }
const hidden = z.enum(['private', 'link'], 'Choose who can read it.')
const NO_LONGER = 'This is no longer so. Load the page again to see how it is now.'

export async function show(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, visibility: hidden })
    if (!read.ok) return read.error
    const right = await requireRight('agent.publish', read.value.workspace)
    const agentId = await agentOf(right, read.value.slug)
    const shown = await setVisibility(right, agentId, read.value.visibility)
    if (!shown.ok) return refuse(form, { path: '', message: NO_LONGER })
    redirect(homeOf(read.value))
  })
}

const LIST_SENTENCES = {
  unpublished: 'There is no revision to show. Publish the draft first.',
  'name-taken':
    'Another agent has this public name, for good. Choose another one, perhaps with the vendor in it.',
} as const

export async function list(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, publicName: slugField })
    if (!read.ok) return read.error
    const right = await requireRight('agent.list', read.value.workspace)
    const listed = await listAgent(right, await agentOf(right, read.value.slug), read.value.publicName)
    if (listed.ok) redirect(homeOf(read.value))
    if (listed.error === 'not-found') notFound()
    const path = listed.error === 'name-taken' ? 'publicName' : ''
    return refuse(form, { path, message: LIST_SENTENCES[listed.error] })
  })
}

export async function unlist(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, visibility: hidden })
    if (!read.ok) return read.error
    const right = await requireRight('agent.list', read.value.workspace)
    const agentId = await agentOf(right, read.value.slug)
    const unlisted = await unlistAgent(right, agentId, read.value.visibility)
    if (!unlisted.ok) return refuse(form, { path: '', message: NO_LONGER })
    redirect(homeOf(read.value))
  })
}

export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, number: wholeNumber })
    if (!read.ok) return read.error
    const right = await requireRight('revision.withdraw', read.value.workspace)
    const agentId = await agentOf(right, read.value.slug)
    const withdrawn = await withdrawRevision(right, agentId, read.value.number)
    if (!withdrawn.ok) return refuse(form, { path: '', message: NO_LONGER })
    redirect(homeOf(read.value))
  })
}

export async function changeAddress(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...place, address: slugField })
    if (!read.ok) return read.error
    const { workspace, slug, address } = read.value
    const right = await requireRight('agent.write', workspace)
    const changed = await changeSlug(right, await agentOf(right, slug), address)
    if (changed.ok) redirect(homeOf({ workspace, slug: address }))
    if (changed.error === 'not-found') notFound()
    const message =
      'Another agent of this workspace has this address, perhaps one in the trash. Choose another one.'
    return refuse(form, { path: 'address', message })
  })
}

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, place)
    if (!read.ok) return read.error
    const right = await requireRight('agent.write', read.value.workspace)
    const removed = await deleteAgent(right, await agentOf(right, read.value.slug))
    if (removed.ok) redirect(`/w/${read.value.workspace}/trash`)
    if (removed.error !== 'listed') notFound()
    const message = 'It is in the library. An owner of the workspace has to take it out first.'
    return refuse(form, { path: '', message })
  })
}

async function agentOf(right: Authorized, slug: string): Promise<string> {
  const agent = await findAgent(right, slug)
  if (!agent) notFound()
  return agent.agentId
}

const homeOf = ({ workspace, slug }: { readonly workspace: string; readonly slug: string }): string =>
  `/w/${workspace}/agents/${slug}`
