import type { Authorized } from '@/lib/access/authorize'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { countInvitation } from '@/lib/mail/count-letter'
import { canMail, deliver, type Mail } from '@/lib/mail/deliver'
import { invitationLetter } from '@/lib/mail/letters'
import type { NewInvitation } from '@/lib/workspaces/invitations'

/** `unset`: there is no mail server, so that the inviter hands the link over. */
export type Delivery = 'sent' | 'failed' | 'unset'
export type Letter = Result<Mail, Exclude<Delivery, 'sent'>>

/** Of an invitation that is made: it stands whatever becomes of the mail. */
export async function writeInvitation(
  { workspaceId, userId }: Authorized<'member.manage'>,
  { email, role }: NewInvitation,
  link: string,
): Promise<Letter> {
  if (!canMail()) return err('unset')
  if (!(await countInvitation(userId)).ok) return err('failed')
  const { publicName } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { publicName: true },
  })
  return ok(invitationLetter({ to: email, workspaceName: publicName, role, link }))
}

export async function sendInvitation(letter: Letter): Promise<Delivery> {
  if (!letter.ok) return letter.error
  return (await deliver(letter.value)).ok ? 'sent' : 'failed'
}
