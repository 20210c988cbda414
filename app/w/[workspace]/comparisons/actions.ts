'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { TOO_MANY_LINKS } from '@/app/w/[workspace]/shares/too-many-links'
import { hashPassword } from '@/lib/accounts/password'
import { filled, line } from '@/lib/assessment/text'
import { isDraftKey, lookQuery, nameOfKey, readComparison } from '@/lib/compare/address'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import { COMPARISONS_MAX, deleteComparison, saveComparison } from '@/lib/comparisons/save'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'
import { expiryChoice, lastDay, readExpiry, shareLabel, sharePassword } from '@/lib/forms/share-fields'
import { createComparisonShare } from '@/lib/shares/create-for-comparison'

const workspace = z.string().max(80)
const comparison = z.uuid('This is no comparison.')
const NAME_MAX = 120
const GONE = 'This comparison is deleted already.'

const saved = {
  workspace,
  name: filled(line('The name', NAME_MAX), 'Give the comparison a name.'),
  /** What stands behind the question mark of its address. */
  query: z.string().max(4_000),
}

const SAVE_SENTENCES = {
  'not-found': 'One of these agents is not in this workspace any more. Load the page again.',
  'name-taken': 'Another comparison has this name. Choose another one.',
  'too-many': `This workspace keeps ${COMPARISONS_MAX} comparisons. Delete those that are no longer needed.`,
} as const

export async function save(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, saved)
    if (!read.ok) return read.error
    const { workspace: at, name, query } = read.value
    const right = await requireRight('comparison.write', at)
    const { state } = readComparison(Object.fromEntries(new URLSearchParams(query)))
    if (state.agents.length < AGENTS_MIN)
      return refuse(form, { path: '', message: 'There are fewer than two agents to keep side by side.' })
    const agents = state.agents.map((key) => ({ slug: nameOfKey(key), asDraft: isDraftKey(key) }))
    const kept = await saveComparison(right, { name, agents, query: lookQuery(state) })
    if (!kept.ok) {
      const path = kept.error === 'name-taken' ? 'name' : ''
      return refuse(form, { path, message: SAVE_SENTENCES[kept.error] })
    }
    redirect(`/w/${at}/comparisons/${kept.value}`)
  })
}

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, comparison })
    if (!read.ok) return read.error
    const right = await requireRight('comparison.write', read.value.workspace)
    const removed = await deleteComparison(right, read.value.comparison)
    if (!removed.ok) return refuse(form, { path: '', message: GONE })
    redirect(`/w/${read.value.workspace}/comparisons`)
  })
}

export type ShareState = FormState & { readonly url?: string }

const shared = {
  workspace,
  comparison,
  label: shareLabel,
  opensPrivate: z.enum(['', 'on']),
  expiry: expiryChoice,
  until: lastDay,
  password: sharePassword,
}

const SHARE_SENTENCES = {
  'not-found': GONE,
  'too-few': 'A link would show fewer than two agents. Publish them, or let it open those that are private.',
  'too-many': TOO_MANY_LINKS,
} as const

/** The link is in the answer and nowhere else. */
export async function share(_before: ShareState, form: FormData): Promise<ShareState> {
  return answering<ShareState>(form, async () => {
    const read = readForm(form, shared)
    if (!read.ok) return read.error
    const { workspace: at, comparison: comparisonId, label, opensPrivate, password } = read.value
    const right = await requireRight('agent.share', at)
    const expiresAt = readExpiry(read.value, new Date())
    if (!expiresAt.ok) return refuse(form, { path: 'until', message: expiresAt.error })
    const made = await createComparisonShare(right, {
      comparisonId,
      opensPrivate: opensPrivate === 'on',
      label,
      passwordHash: password === '' ? undefined : await hashPassword(password),
      expiresAt: expiresAt.value ?? undefined,
    })
    if (!made.ok) return refuse(form, { path: '', message: SHARE_SENTENCES[made.error] })
    revalidatePath(`/w/${at}/comparisons/${comparisonId}`)
    return { ...UNTOUCHED, url: made.value.url }
  })
}
