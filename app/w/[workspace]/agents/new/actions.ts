'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { type ImportState, nameOfText, readingOf } from '@/app/w/[workspace]/agents/new/reading'
import { copyAgent } from '@/lib/agents/copy'
import { createNamedAgent } from '@/lib/agents/create'
import { findAgent } from '@/lib/agents/find'
import { err, ok, type Result } from '@/lib/base/result'
import { readImport } from '@/lib/exchange/read-import'
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

/** First what was understood of the text is shown; an agent is made of a text that was shown, and of no other. */
export async function createFromText(_before: ImportState, form: FormData): Promise<ImportState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, file, text: z.string(), seen: z.string().max(64) })
    if (!read.ok) return read.error
    const right = await requireRight('agent.write', read.value.workspace)
    const given = await givenText(read.value)
    if (!given.ok) return refuse(form, { path: 'file', message: given.error })
    const text = given.value
    const values = { text }
    const imported = readImport(text)
    if (!imported.ok)
      return { values, issues: imported.error.map(({ where, message }) => ({ path: where, message })) }
    const seen = nameOfText(text)
    if (read.value.seen !== seen) return { values, issues: [], seen, reading: readingOf(imported.value) }
    const { draft, form: kindOfText } = imported.value
    const source = kindOfText === 'report-text' ? 'report-text' : 'document'
    const slug = await createNamedAgent(right, draft, source)
    redirect(`/w/${read.value.workspace}/agents/${slug}/edit`)
  })
}

/** A browser sends an empty file where none is chosen. */
const file = z.union([z.literal(''), z.instanceof(File)])

/** A chosen file counts, otherwise what stands in the field; lines end as in a document, however they came. */
async function givenText(given: {
  readonly file: '' | File
  readonly text: string
}): Promise<Result<string, string>> {
  if (given.file === '' || given.file.size === 0) return ok(given.text.replace(/\r\n?/g, '\n'))
  try {
    const bytes = await given.file.arrayBuffer()
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n'))
  } catch {
    return err('This file is no text in UTF-8. Choose the .json file of a report, or paste its text.')
  }
}
