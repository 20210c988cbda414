import type { Metadata } from 'next'
import { SecondFactorForm } from '@/app/sign-in/second-factor/second-factor-form'

export const metadata: Metadata = { title: 'Second factor', robots: 'noindex' }

export default function SecondFactorPage() {
  return (
    <>
      <h1 className="text-xl">One more code</h1>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        The six digits that your authenticator app shows, or one of your recovery codes.
      </p>
      <SecondFactorForm />
    </>
  )
}
