'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answering } from '@/app/answering'
import { setCookies } from '@/app/set-cookies'
import { refuseTooMany } from '@/app/too-many'
import { countGuess } from '@/lib/access/rate-limit'
import { checkPassword } from '@/lib/accounts/password'
import { email, password, personName, workspaceName } from '@/lib/forms/fields'
import { type FormState, readForm, refuse } from '@/lib/forms/form-state'
import { createFirstOwner } from '@/lib/workspaces/setup'
import { slugOf } from '@/lib/workspaces/slug'

const fields = { code: z.string().max(64), name: personName, email, password, workspace: workspaceName }

const SENTENCES = {
  code: {
    path: 'code',
    message: 'This code is wrong, used or expired. A new start of the server prints a fresh one.',
  },
  exists: { path: 'email', message: 'This address has an account already. Sign in with it.' },
  'slug-taken': { path: 'workspace', message: 'This name is taken. Choose another one.' },
} as const

export async function setUp(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, fields)
    if (!read.ok) return read.error
    const given = read.value
    const strong = checkPassword(given.password, given.email)
    if (!strong.ok) return refuse(form, { path: 'password', message: strong.error })
    const counted = await countGuess('setup', 'first owner')
    if (!counted.ok) return refuseTooMany(form, counted.error)
    const slug = slugOf(given.workspace)
    const done = await createFirstOwner(
      { code: given.code, account: given, workspace: { slug, publicName: given.workspace } },
      await headers(),
    )
    if (!done.ok) return refuse(form, SENTENCES[done.error])
    await setCookies(done.value.cookies)
    redirect(`/w/${slug}`)
  })
}
