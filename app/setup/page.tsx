import type { Metadata } from 'next'
import { available } from '@/app/available'
import { SetupForm } from '@/app/setup/setup-form'
import { Link } from '@/components/ui/link'
import { isSetupOpen } from '@/lib/workspaces/setup-code'

export const metadata: Metadata = { title: 'Set up', robots: 'noindex', referrer: 'no-referrer' }

export default available(async function SetupPage() {
  if (!(await isSetupOpen()))
    return (
      <div className="prose py-6">
        <h1 className="text-xl">This Fullscore has an owner</h1>
        <p className="mt-3 text-ink-soft">
          The setup is closed for good. <Link href="/sign-in">Sign in</Link>, or ask an owner for an
          invitation.
        </p>
      </div>
    )
  return (
    <>
      <h1 className="text-xl">Make the first account</h1>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        It owns the first workspace. The code was printed in the terminal when the server started.
      </p>
      <SetupForm />
    </>
  )
})
