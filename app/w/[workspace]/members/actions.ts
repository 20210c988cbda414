'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { ROLES } from '@/lib/access/roles'
import { email } from '@/lib/forms/fields'
import { type FormState, readForm, refuse, UNTOUCHED } from '@/lib/forms/form-state'
import {
  type Delivery,
  type Letter,
  sendInvitation,
  writeInvitation,
} from '@/lib/workspaces/invitation-letter'
import { createInvitation, type InviteRefusal, OPEN_INVITATIONS_MAX } from '@/lib/workspaces/invitations'
import { changeRole, MEMBERS_MAX, type MemberRefusal, removeMember } from '@/lib/workspaces/members'
import { revokeInvitation } from '@/lib/workspaces/open-invitations'
import { createMemberPasswordLink, type PasswordLinkRefusal } from '@/lib/workspaces/password-link'

const workspace = z.string().max(80)
const role = z.enum(ROLES, `Choose one of ${ROLES.join(', ')}.`)
const userId = z.uuid('This is no member.')

export type InviteState = FormState & {
  readonly made?: { readonly link: string; readonly delivery: Delivery }
}

const NO_ROOM: Readonly<Record<InviteRefusal, string>> = {
  'too-many-invitations': `There are ${OPEN_INVITATIONS_MAX} open invitations already. Revoke one that is no longer needed.`,
  'too-many-members': `A workspace has at most ${MEMBERS_MAX} members. Remove one who is no longer here.`,
}

type Invited = FormState & { readonly invited?: { readonly link: string; readonly letter: Letter } }

export async function invite(_before: InviteState, form: FormData): Promise<InviteState> {
  const done: Invited = await answering<Invited>(form, async () => {
    const read = readForm(form, { workspace, email, role })
    if (!read.ok) return read.error
    const right = await requireRight('member.manage', read.value.workspace)
    const made = await createInvitation(right, read.value)
    if (!made.ok) return refuse(form, { path: '', message: NO_ROOM[made.error] })
    const { link } = made.value
    revalidatePath(`/w/${read.value.workspace}/members`)
    return { ...UNTOUCHED, invited: { link, letter: await writeInvitation(right, read.value, link) } }
  })
  const { invited, ...state } = done
  if (!invited) return state
  // Only now, because a mail server may take longer than a reader waits for our database.
  return { ...state, made: { link: invited.link, delivery: await sendInvitation(invited.letter) } }
}

export async function revoke(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, invitation: z.uuid('This is no invitation.') })
    if (!read.ok) return read.error
    const right = await requireRight('member.manage', read.value.workspace)
    const revoked = await revokeInvitation(right, read.value.invitation)
    revalidatePath(`/w/${read.value.workspace}/members`)
    return revoked.ok ? UNTOUCHED : refuse(form, { path: '', message: 'This invitation is over already.' })
  })
}

const SENTENCES: Readonly<Record<MemberRefusal, string>> = {
  'last-owner': 'A workspace keeps at least one owner. Make somebody else an owner first.',
  'no-such-member': 'This person is no longer a member.',
  'no-longer-owner': 'You are no longer an owner.',
}

export async function setRole(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, userId, role })
    if (!read.ok) return read.error
    const right = await requireRight('member.manage', read.value.workspace)
    const changed = await changeRole(right, read.value.userId, read.value.role)
    if (!changed.ok) return refuse(form, { path: '', message: SENTENCES[changed.error] })
    revalidatePath(`/w/${read.value.workspace}/members`)
    return UNTOUCHED
  })
}

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  return answering(form, async () => {
    const read = readForm(form, { workspace, userId })
    if (!read.ok) return read.error
    const right = await requireRight('member.manage', read.value.workspace)
    const removed = await removeMember(right, read.value.userId)
    if (!removed.ok) return refuse(form, { path: '', message: SENTENCES[removed.error] })
    revalidatePath(`/w/${read.value.workspace}/members`)
    return UNTOUCHED
  })
}

export type LinkState = FormState & { readonly link?: string }

const NO_LINK: Readonly<Record<PasswordLinkRefusal, string>> = {
  self: 'Change your own password on the page of your account.',
  elsewhere:
    'This person is also in a workspace that is not yours, so that a link would open it to you. The person can ask for one by mail, or the person who runs this server.',
  'no-such-member': SENTENCES['no-such-member'],
  'no-longer-owner': SENTENCES['no-longer-owner'],
}

export async function makePasswordLink(_before: LinkState, form: FormData): Promise<LinkState> {
  return answering<LinkState>(form, async () => {
    const read = readForm(form, { workspace, userId })
    if (!read.ok) return read.error
    const right = await requireRight('member.manage', read.value.workspace)
    const made = await createMemberPasswordLink(right, read.value.userId)
    return made.ok
      ? { ...UNTOUCHED, link: made.value }
      : refuse(form, { path: '', message: NO_LINK[made.error] })
  })
}
