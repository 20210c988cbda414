'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { findAgent } from '@/lib/agents/find'
import { type PublishRefusal, publishDraft } from '@/lib/agents/publishing/publish-draft'
import { byline, publishNote, wholeNumber } from '@/lib/forms/agent-fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

const SENTENCES: Readonly<Record<Exclude<PublishRefusal, 'not-found'>, string>> = {
  changed:
    'Somebody has saved the draft since you opened this page. Look at what it says now and publish again; your note is still here.',
  incomplete: 'Something is missing by now. It is listed on this page; your note is still here.',
  'already-published': 'This text is published already. Change the draft before you publish again.',
}

export async function publish(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, {
      workspace: z.string().max(80),
      slug: z.string().max(80),
      version: wholeNumber,
      note: publishNote,
      byline,
    })
    if (!read.ok) return read.error
    const { workspace, slug, ...draft } = read.value
    const right = await requireRight('agent.publish', workspace)
    const agent = await findAgent(right, slug)
    if (!agent) notFound()
    const published = await publishDraft(right, { agentId: agent.agentId, ...draft })
    const home = `/w/${workspace}/agents/${agent.slug}`
    if (published.ok) redirect(home)
    if (published.error === 'not-found') notFound()
    revalidatePath(`${home}/publish`)
    return refuse(form, { path: '', message: SENTENCES[published.error] })
  })
}
