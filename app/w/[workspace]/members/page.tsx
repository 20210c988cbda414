import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { revoke } from '@/app/w/[workspace]/members/actions'
import { InviteForm } from '@/app/w/[workspace]/members/invite-form'
import { MemberRow } from '@/app/w/[workspace]/members/member-row'
import { QuietForm } from '@/components/workspace/quiet-form'
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
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3 text-sm"
              >
                <p className="min-w-0">
                  <span id={`invitation-${id}`} className="font-semibold break-all">
                    {email}
                  </span>
                  <br />
                  <span className="text-ink-soft">
                    {role}, invited by {invitedBy}, until {formatMinute(expiresAt)}
                  </span>
                </p>
                <QuietForm
                  act={revoke}
                  hidden={{ workspace: slug, invitation: id }}
                  submit="Revoke"
                  describedBy={`invitation-${id}`}
                />
              </li>
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
