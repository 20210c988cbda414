import type { Metadata } from 'next'
import { ForgotForm } from '@/app/forgot/forgot-form'
import { Link } from '@/components/ui/link'
import { canMail } from '@/lib/mail/deliver'

export const metadata: Metadata = { title: 'Forgotten password', robots: 'noindex' }

export default function ForgotPage() {
  return (
    <>
      <h1 className="text-xl">Forgot your password?</h1>
      {canMail() ? <ForgotForm /> : <WhomToAsk />}
      <p className="mt-6 text-sm text-ink-soft">
        <Link href="/sign-in">Back to sign in</Link>
      </p>
    </>
  )
}

function WhomToAsk() {
  return (
    <div className="prose mt-2 space-y-3 text-sm text-ink-soft">
      <p>This Fullscore sends no mail. Ask an owner of your workspace for a password link.</p>
      <p>
        If that is not possible, the person who runs this server prints one with{' '}
        <code className="figures">npm run reset-link -- you@example.org</code>.
      </p>
    </div>
  )
}
