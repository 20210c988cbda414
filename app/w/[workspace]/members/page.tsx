import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { InvitationRow } from '@/app/w/[workspace]/members/invitation-row'
import { InviteForm } from '@/app/w/[workspace]/members/invite-form'
import { MemberRow } from '@/app/w/[workspace]/members/member-row'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { formatMinute } from '@/lib/report/dates'
import { listMembers } from '@/lib/workspaces/members'
import { listOpenInvitations } from '@/lib/workspaces/open-invitations'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Members', robots: 'noindex' }

export default available(async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', slug))
  const right = await requireRight('member.read', slug)
  const members = await listMembers(right)
  const manages = mayDo(right.role, 'member.manage')
  const invitations = manages ? await listOpenInvitations(await requireRight('member.manage', slug)) : []
  return (
    <>
      <WorkspaceHead workspace={workspace} current="members" />
      <ul className="max-w-2xl">
        {members.map(({ userId, name, email, role }) => (
          <MemberRow
            key={userId}
            workspace={slug}
            member={{ userId, name, email, role }}
            manages={manages}
            isSelf={userId === right.userId}
          />
        ))}
      </ul>
      {invitations.length > 0 && (
        <section aria-labelledby="invitations" className="mt-10 max-w-2xl">
          <h2 id="invitations" className="mb-2 text-lg">
            Open invitations
          </h2>
          <ul>
            {invitations.map(({ id, email, role, invitedBy, expiresAt }) => (
              <InvitationRow key={id} workspace={slug} id={id} email={email}>
                {role}, invited by {invitedBy}, until {formatMinute(expiresAt)}
              </InvitationRow>
            ))}
          </ul>
        </section>
      )}
      {manages && (
        <section aria-labelledby="invite" className="mt-10">
          <h2 id="invite" className="text-lg">
            Invite somebody
          </h2>
          <p className="prose mt-1 mb-4 text-sm text-ink-soft">
            You get a link for this address alone. It works once, for seven days, and is shown only now. A new
            one for the same address takes the place of the earlier one.
          </p>
          <InviteForm workspace={slug} />
        </section>
      )}
    </>
  )
})
