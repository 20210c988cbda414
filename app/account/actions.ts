'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentActor } from '@/app/actor'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { changePassword } from '@/lib/accounts/change-password'
import { checkPassword } from '@/lib/accounts/password'
import { password, workspaceName } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'
import {
  type AnotherRefusal,
  createAnotherWorkspace,
  OWNED_WORKSPACES_MAX,
} from '@/lib/workspaces/create-another'
import { slugOf } from '@/lib/workspaces/slug'

export type PasswordState = FormState & { readonly isChanged?: boolean }

export async function setPassword(_before: PasswordState, form: FormData): Promise<PasswordState> {
  return answering(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { currentPassword: password, newPassword: password })
    if (!read.ok) return read.error
    const { currentPassword: current, newPassword: next } = read.value
    const strong = checkPassword(next, actor.email)
    if (!strong.ok) return refuse(form, { path: 'newPassword', message: strong.error })
    const changed = await changePassword(actor, { current, next }, await headers())
    if (!changed.ok)
      return changed.error === 'wrong'
        ? refuse(form, { path: 'currentPassword', message: 'This is not your password.' })
        : refuseTooMany(form, changed.error)
    await setCookies(changed.value)
    return { values: {}, issues: [], isChanged: true }
  })
}

const SENTENCES: Readonly<Record<AnotherRefusal, string>> = {
  'no-owner': 'Only owners of a workspace create others. Ask one of them.',
  'too-many': `You own ${OWNED_WORKSPACES_MAX} workspaces, which is the most for one person.`,
  'slug-taken': 'This name is taken. Choose another one.',
}

export async function addWorkspace(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') redirect('/sign-in')
    const read = readForm(form, { workspace: workspaceName })
    if (!read.ok) return read.error
    const slug = slugOf(read.value.workspace)
    const created = await createAnotherWorkspace(actor, { slug, publicName: read.value.workspace })
    if (!created.ok) return refuse(form, { path: 'workspace', message: SENTENCES[created.error] })
    redirect(`/w/${slug}`)
  })
}
