'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { type RestoreRefusal, restoreText } from '@/lib/agents/drafts/restore'
import { textRefSchema } from '@/lib/agents/drafts/stored-text'
import { findAgent } from '@/lib/agents/find'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

const SENTENCES: Readonly<Record<Exclude<RestoreRefusal, 'no-agent'>, string>> = {
  changed:
    'The draft was saved since this page was loaded, so nothing was replaced. Load the page again to see the draft as it is now.',
  none: 'This text is no longer kept. Load the page again to see what is.',
  withdrawn: 'This revision was withdrawn, so its text stays closed.',
}

export async function restore(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, {
      workspace: z.string().max(80),
      slug: z.string().max(80),
      version: z
        .string()
        .regex(/^[1-9]\d{0,8}$/, 'Send the form of the page.')
        .transform(Number),
      text: textRefSchema,
    })
    if (!read.ok) return read.error
    const right = await requireRight('agent.write', read.value.workspace)
    const agent = await findAgent(right, read.value.slug)
    if (!agent) notFound()
    const { version, text: ref } = read.value
    const restored = await restoreText(right, { agentId: agent.agentId, version, ref })
    if (restored.ok) redirect(`/w/${read.value.workspace}/agents/${agent.slug}/edit`)
    if (restored.error === 'no-agent') notFound()
    return refuse(form, { path: '', message: SENTENCES[restored.error] })
  })
}
