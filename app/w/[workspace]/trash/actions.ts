'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { restoreAgent } from '@/lib/agents/trash'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

export async function restore(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, {
      workspace: z.string().max(80),
      agent: z.uuid('Send the form of the page.'),
    })
    if (!read.ok) return read.error
    const { workspace, agent } = read.value
    const restored = await restoreAgent(await requireRight('agent.write', workspace), agent)
    if (restored.ok) redirect(`/w/${workspace}/agents`)
    if (restored.error === 'not-found') notFound()
    return refuse(form, { path: '', message: 'It was in the library, so an owner has to bring it back.' })
  })
}
