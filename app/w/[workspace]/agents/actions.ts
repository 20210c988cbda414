'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { deleteView as removeView, saveView as storeView, VIEWS_MAX } from '@/lib/agents/lists/views'
import { line } from '@/lib/assessment/text'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'

const workspace = z.string().max(80)
const QUERY_CHARACTERS_MAX = 4_000

const PROBLEMS = {
  'name-taken': { path: 'name', message: 'There is a view of this name already. Choose another name.' },
  'too-many': { path: '', message: `There are ${VIEWS_MAX} views already. Delete one that nobody needs.` },
} as const

export type SaveViewState = FormState & { readonly saved?: string }

export async function saveView(_before: SaveViewState, form: FormData): Promise<SaveViewState> {
  return answering<SaveViewState>(form, async () => {
    const read = readForm(form, {
      workspace,
      query: z.string().max(QUERY_CHARACTERS_MAX, 'This address is too long to be kept.'),
      name: line('The name', 120).refine((name) => name !== '', 'Give the view a name.'),
    })
    if (!read.ok) return read.error
    const right = await requireRight('view.save', read.value.workspace)
    const { filters } = readAgentFilters(Object.fromEntries(new URLSearchParams(read.value.query)))
    const saved = await storeView(right, read.value.name, filters)
    if (!saved.ok) return refuse(form, PROBLEMS[saved.error])
    revalidatePath(`/w/${read.value.workspace}/agents`)
    return { ...UNTOUCHED, saved: saved.value }
  })
}

export async function deleteView(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, view: z.uuid('This is no view.') })
    if (!read.ok) return read.error
    const right = await requireRight('view.save', read.value.workspace)
    const removed = await removeView(right, read.value.view)
    revalidatePath(`/w/${read.value.workspace}/agents`)
    return removed.ok ? UNTOUCHED : refuse(form, { path: '', message: 'This view is deleted already.' })
  })
}
