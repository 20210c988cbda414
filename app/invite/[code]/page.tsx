import type { Metadata } from 'next'
import { currentActor } from '@/app/actor'
import { available } from '@/app/available'
import { JoinForm } from '@/app/invite/[code]/join-form'
import { NewMemberForm } from '@/app/invite/[code]/new-member-form'
import { Link } from '@/components/ui/link'
import { findInvitation } from '@/lib/workspaces/invitations'

export const metadata: Metadata = { title: 'Invitation', robots: 'noindex', referrer: 'no-referrer' }

export default available(async function InvitationPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const [invitation, actor] = await Promise.all([findInvitation(code), currentActor()])
  if (!invitation)
    return (
      <div className="prose py-6">
        <h1 className="text-xl">This invitation is over</h1>
        <p className="mt-3 text-ink-soft">
          It was used, taken back, or has expired. Ask whoever sent it for a new one.
        </p>
      </div>
    )
  const { workspaceName, role, email } = invitation
  const isFor = actor.kind === 'person' && actor.email === email
  return (
    <>
      <h1 className="text-xl">Join {workspaceName}</h1>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        You are invited as {role}, with the address {email}.
      </p>
      {isFor ? <JoinForm code={code} /> : <NewMemberForm code={code} />}
      {!isFor && (
        <p className="mt-6 text-sm text-ink-soft">
          You have an account with this address? <Link href="/sign-in">Sign in</Link> and open the link again.
        </p>
      )}
    </>
  )
})
