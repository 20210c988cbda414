import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DeleteForm } from '@/app/account/delete/delete-form'
import { currentActor } from '@/app/actor'
import { available } from '@/app/available'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { listSoleOwned } from '@/lib/accounts/delete'
import { getSignInWays } from '@/lib/accounts/oidc-connect'

export const metadata: Metadata = { title: 'Delete account', robots: 'noindex' }

export default available(async function DeleteAccountPage() {
  const actor = await currentActor()
  if (actor.kind !== 'person') redirect('/sign-in')
  const [{ hasPassword }, soleOwned] = await Promise.all([getSignInWays(actor), listSoleOwned(actor)])
  return (
    <div className="max-w-2xl">
      <p className="text-sm">
        <Link href="/account">Account</Link>
      </p>
      <h1 className="mt-1 mb-4 text-xl">Delete account</h1>
      {soleOwned.length > 0 && (
        <Notice title="You are the only owner of a workspace">
          <p>Somebody has to look after it. On its members page, make somebody else an owner first:</p>
          <ul className="list-disc pl-5">
            {soleOwned.map(({ slug, publicName }) => (
              <li key={slug}>
                <Link href={`/w/${slug}/members`}>{publicName}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="prose mb-6 text-sm text-ink-soft">
        Your name, address, sessions and memberships are deleted at once, and this cannot be taken back. What
        you wrote and published stays with its workspace; its log names you from then on as a former member.
      </p>
      {soleOwned.length === 0 && <DeleteForm asksPassword={hasPassword} />}
    </div>
  )
})
