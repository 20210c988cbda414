'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { copyAgent } from '@/lib/agents/copy'
import { createNamedAgent } from '@/lib/agents/create'
import { findAgent } from '@/lib/agents/find'
import { agentName, kind } from '@/lib/forms/agent-fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'

const workspace = z.string().max(80)

export async function createFromScratch(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, name: agentName, kind })
    if (!read.ok) return read.error
    const right = await requireRight('agent.write', read.value.workspace)
    const { name, kind: chosen } = read.value
    const blank = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' } as const
    const slug = await createNamedAgent(right, { ...blank, name, kind: chosen }, 'scratch')
    redirect(`/w/${read.value.workspace}/agents/${slug}/edit`)
  })
}

export async function createCopy(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, agent: z.string().max(80) })
    if (!read.ok) return read.error
    const right = await requireRight('agent.write', read.value.workspace)
    const agent = await findAgent(right, read.value.agent)
    const copied = agent && (await copyAgent(right, agent.agentId))
    if (!copied?.ok)
      return refuse(form, { path: 'agent', message: 'This agent is gone. Choose another one to copy.' })
    redirect(`/w/${read.value.workspace}/agents/${copied.value}/edit`)
  })
}
