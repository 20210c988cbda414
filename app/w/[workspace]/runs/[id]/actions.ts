'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor, requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { type MadeLink, type StepRefusal, stepRun, undoRun } from '@/lib/bulk/step'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'

/** What a step did; a link is in the answer and nowhere else. */
export type StepState = FormState & { readonly agents?: number; readonly links?: readonly MadeLink[] }

const shape = { workspace: z.string().max(80), run: z.uuid('Send the form of the page.') }

const SENTENCES = {
  owner: 'Only an owner of the workspace can withdraw revisions. Ask one to open this page and to undo it.',
  foreign: 'Only whoever began this and the owners of the workspace can continue or undo it.',
} as const satisfies Record<Exclude<StepRefusal, 'not-found'>, string>

/** The next agents of a run, forwards or backwards. */
export async function advance(_before: StepState, form: FormData): Promise<StepState> {
  return answering<StepState>(form, async () => {
    const read = readForm(form, shape)
    if (!read.ok) return read.error
    const { workspace, run } = read.value
    const right = await requireRight('agent.write', workspace)
    const asking = { actor: await currentActor(), at: { workspace }, right, runId: run }
    const step = await stepRun(asking)
    if (!step.ok) return refused(form, step.error)
    revalidatePath(`/w/${workspace}/runs/${run}`)
    return { ...UNTOUCHED, ...step.value }
  })
}

/** Turns a run around; the steps that follow take back what was done. */
export async function undo(_before: StepState, form: FormData): Promise<StepState> {
  return answering<StepState>(form, async () => {
    const read = readForm(form, shape)
    if (!read.ok) return read.error
    const { workspace, run } = read.value
    const right = await requireRight('agent.write', workspace)
    const asking = { actor: await currentActor(), at: { workspace }, right, runId: run }
    const turned = await undoRun(asking)
    if (!turned.ok) return refused(form, turned.error)
    revalidatePath(`/w/${workspace}/runs/${run}`)
    return UNTOUCHED
  })
}

function refused(form: FormData, refusal: StepRefusal): FormState {
  if (refusal === 'not-found') notFound()
  return refuse(form, { path: '', message: SENTENCES[refusal] })
}
