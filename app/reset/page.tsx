import type { Metadata } from 'next'
import { ResetForm } from '@/app/reset/reset-form'

export const metadata: Metadata = { title: 'New password', robots: 'noindex', referrer: 'no-referrer' }

export default function ResetPage() {
  return (
    <>
      <h1 className="text-xl">Choose a new password</h1>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        The link works once, and every session of the account ends with it.
      </p>
      <ResetForm />
    </>
  )
}
