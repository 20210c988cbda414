import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfirmForm } from '@/app/sign-up/confirm/confirm-form'
import { isSignUpOpen } from '@/lib/workspaces/sign-up'

export const metadata: Metadata = {
  title: 'Confirm your address',
  robots: 'noindex',
  referrer: 'no-referrer',
}

export default function ConfirmPage() {
  if (!isSignUpOpen()) notFound()
  return (
    <>
      <h1 className="text-xl">Confirm your address</h1>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        The link shows that the address is yours, and the password that it was you who signed up.
      </p>
      <ConfirmForm />
    </>
  )
}
