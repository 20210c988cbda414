'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { readSelection } from '@/app/w/[workspace]/runs/new/selection'
import { tag as tagText } from '@/lib/assessment/fields'
import { RUN_AGENTS_MAX } from '@/lib/bulk/deeds'
import { type Licensed, type StartRefusal, startRun } from '@/lib/bulk/start'
import { byline, publishNote } from '@/lib/forms/agent-fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'
import { expiryChoice, lastDay, readExpiry, sharedSections, shareLabel } from '@/lib/forms/share-fields'

const COMMON = {
  workspace: z.string().max(80),
  run: z.uuid('Send the form of the page.'),
  agents: z.string().max(4_000),
  matching: z.string().max(4_000),
  expected: z.string().max(64),
}
type Common = { [field in keyof typeof COMMON]: z.output<(typeof COMMON)[field]> }

const SENTENCES: Readonly<Record<StartRefusal, string>> = {
  nobody: 'None of these agents is there any more. Go back to the list and choose again.',
  'too-many': `More than ${RUN_AGENTS_MAX.toLocaleString('en')} agents match. Narrow the filters of the list and choose again.`,
  changed: 'Other agents match by now than this page counted. Load it again, look, and send it once more.',
  begun:
    'This form has begun a run already, with something else in it. Load the page again to begin another one.',
  taken: 'This form was used for something else. Load the page again.',
}

export async function startTagging(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...COMMON, tag: tagText })
    if (!read.ok) return read.error
    const { tag, ...common } = read.value
    const right = await requireRight('agent.write', common.workspace)
    return begin(form, common, { deed: { kind: 'tag', tag }, right })
  })
}

export async function startPublishing(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { ...COMMON, note: publishNote, byline })
    if (!read.ok) return read.error
    const { note, byline: signed, ...common } = read.value
    const right = await requireRight('agent.publish', common.workspace)
    return begin(form, common, { deed: { kind: 'publish', note, byline: signed }, right })
  })
}

export async function startSharing(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, {
      ...COMMON,
      label: shareLabel,
      sections: sharedSections,
      expiry: expiryChoice,
      until: lastDay,
    })
    if (!read.ok) return read.error
    const { label, sections, expiry, until, ...common } = read.value
    const right = await requireRight('agent.share', common.workspace)
    const end = readExpiry({ expiry, until }, new Date())
    if (!end.ok) return refuse(form, { path: 'until', message: end.error })
    const expiresAt = end.value?.toISOString() ?? null
    return begin(form, common, { deed: { kind: 'share', label, sections, expiresAt }, right })
  })
}

export async function startDeleting(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, COMMON)
    if (!read.ok) return read.error
    const right = await requireRight('agent.write', read.value.workspace)
    return begin(form, read.value, { deed: { kind: 'delete' }, right })
  })
}

async function begin(
  form: FormData,
  { workspace, run, expected, ...chosen }: Common,
  what: Licensed,
): Promise<FormState> {
  const selection = readSelection(chosen)
  if (!selection) return refuse(form, { path: '', message: SENTENCES.nobody })
  const told = selection.kind === 'matching' ? expected : undefined
  const started = await startRun({ ...what, id: run, selection, expected: told })
  if (started.ok) redirect(`/w/${workspace}/runs/${run}`)
  return refuse(form, { path: '', message: SENTENCES[started.error] })
}
