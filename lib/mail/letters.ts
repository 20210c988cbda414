import type { Mail } from '@/lib/mail/deliver'
import { registry } from '@/lib/registry'

export type InvitationLetter = {
  readonly to: string
  readonly workspaceName: string
  readonly role: string
  readonly link: string
}

export const invitationLetter = ({ to, workspaceName, role, link }: InvitationLetter): Mail => ({
  to,
  subject: `Your invitation to ${workspaceName}`,
  text: paragraphs(
    'Hello,',
    `you are invited to the workspace "${workspaceName}" on Fullscore as ${role}. This link is for you alone. It works once, for seven days:`,
    link,
    'If you did not expect this, you need not do anything.',
  ),
})

export const passwordLetter = (to: string, link: string): Mail => ({
  to,
  subject: 'A new password for Fullscore',
  text: paragraphs(
    'Hello,',
    'somebody, most likely you, asked for a new password. This link sets one. It works once, for an hour, and ends every session of the account:',
    link,
    'If it was not you, you need not do anything: your password stays as it is.',
  ),
})

export const signUpLetter = (to: string, link: string): Mail => ({
  to,
  subject: 'Confirm your address for Fullscore',
  text: paragraphs(
    'Hello,',
    'somebody, most likely you, asked for an account with this address. This link makes it, together with the password that was chosen. It works once, for a day:',
    link,
    'If it was not you, do not open it: without it there is no account.',
  ),
})

export const accountExistsLetter = (to: string): Mail => ({
  to,
  subject: 'You have an account on Fullscore',
  text: paragraphs(
    'Hello,',
    'somebody, most likely you, asked for an account with this address. You have one already, and it is as it was. Sign in here:',
    `${registry().publicUrl}/sign-in`,
    'If you forgot the password, ask for a new one here:',
    `${registry().publicUrl}/forgot`,
    'If it was not you, you need not do anything.',
  ),
})

/** Every letter ends with where it comes from, so that its links can be held against it. */
const paragraphs = (...lines: readonly string[]): string =>
  [...lines, `Fullscore at ${registry().publicUrl}`, ''].join('\n\n')
