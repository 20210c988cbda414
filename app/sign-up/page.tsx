import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SignUpForm } from '@/app/sign-up/sign-up-form'
import { Link } from '@/components/ui/link'
import { isSignUpOpen } from '@/lib/workspaces/sign-up'

export const metadata: Metadata = { title: 'Create an account', robots: 'noindex' }

export default function SignUpPage() {
  if (!isSignUpOpen()) notFound()
  return (
    <>
      <h1 className="text-xl">Create an account</h1>
      <SignUpForm />
      <p className="mt-6 text-sm text-ink-soft">
        You have one? <Link href="/sign-in">Sign in</Link>
      </p>
    </>
  )
}
