import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PasswordForm } from '@/app/account/password-form'
import { ProviderSection } from '@/app/account/provider/provider-section'
import { WorkspaceForm } from '@/app/account/workspace-form'
import { currentActor } from '@/app/actor'
import { available } from '@/app/available'
import { SignOutForm } from '@/components/account/sign-out-form'
import { Link } from '@/components/ui/link'
import { getSignInWays } from '@/lib/accounts/oidc-connect'
import { listSessions } from '@/lib/accounts/sessions'
import { getSecondFactor } from '@/lib/accounts/two-factor-settings'
import { formatDay } from '@/lib/report/dates'
import { mayCreateWorkspace } from '@/lib/workspaces/create-another'
import { listWorkspacesOf } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Account', robots: 'noindex' }

export default available(async function AccountPage() {
  const actor = await currentActor()
  if (actor.kind !== 'person') redirect('/sign-in')
  const [workspaces, sessions, mayCreate, ways, secondFactor] = await Promise.all([
    listWorkspacesOf(actor),
    listSessions(actor),
    mayCreateWorkspace(actor),
    getSignInWays(actor),
    getSecondFactor(actor),
  ])
  return (
    <div className="max-w-2xl">
      <h1 className="text-xl">{actor.name}</h1>
      <p className="text-sm text-ink-soft">{actor.email}</p>
      <SignOutForm account={actor.userId} />
      <section aria-labelledby="workspaces" className="mt-10">
        <h2 id="workspaces" className="text-lg">
          Workspaces
        </h2>
        {workspaces.length === 0 && (
          <p className="mt-2 text-sm text-ink-soft">
            You are in none. Ask an owner of one for an invitation.
          </p>
        )}
        <ul className="mt-2 text-sm">
          {workspaces.map(({ slug, publicName }) => (
            <li key={slug} className="border-b border-line py-2">
              <Link href={`/w/${slug}`}>{publicName}</Link>
            </li>
          ))}
        </ul>
        {mayCreate && <WorkspaceForm />}
      </section>
      <section aria-labelledby="second-factor" className="mt-10">
        <h2 id="second-factor" className="text-lg">
          Second factor
        </h2>
        <p className="mt-2 text-sm">
          {secondFactor.isOn ? 'On. ' : 'Off. A stolen password is then enough to sign in as you. '}
          <Link href="/account/second-factor">{secondFactor.isOn ? 'Change it' : 'Set it up'}</Link>
        </p>
      </section>
      <section aria-labelledby="sessions" className="mt-10">
        <h2 id="sessions" className="text-lg">
          Where you are signed in
        </h2>
        <ul className="mt-2 text-sm">
          {sessions.map(({ id, browser, since, isThisOne }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2"
            >
              <span>
                {browser}, since {formatDay(since)}
                {isThisOne && ' (this browser)'}
              </span>
              {!isThisOne && (
                <form method="post" action="/sign-out">
                  <input type="hidden" name="session" value={id} />
                  <button
                    type="submit"
                    className="min-h-9 cursor-pointer rounded-md border border-line-strong bg-paper px-3 hover:bg-sunken"
                  >
                    Sign out there
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="password" className="mt-10">
        <h2 id="password" className="mb-3 text-lg">
          Password
        </h2>
        {ways.hasPassword ? (
          <PasswordForm />
        ) : (
          <p className="text-sm text-ink-soft">
            You have none. <Link href="/forgot">Ask for a link</Link> if you want to set one.
          </p>
        )}
      </section>
      <ProviderSection ways={ways} />
      <section aria-labelledby="data" className="mt-10">
        <h2 id="data" className="text-lg">
          Your data
        </h2>
        <p className="mt-2 text-sm">
          <a href="/account/export" download>
            Export what is kept about you
          </a>
        </p>
        <p className="mt-2 text-sm">
          <Link href="/account/delete">Delete your account</Link>
        </p>
      </section>
    </div>
  )
})
