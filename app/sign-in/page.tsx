import type { Metadata } from 'next'
import { ProviderButton } from '@/app/sign-in/provider-button'
import { SignInForm } from '@/app/sign-in/sign-in-form'
import { Link } from '@/components/ui/link'
import { isSignUpOpen } from '@/lib/workspaces/sign-up'

export const metadata: Metadata = { title: 'Sign in', robots: 'noindex' }

export default function SignInPage() {
  return (
    <>
      <h1 className="text-xl">Sign in</h1>
      <p className="prose mt-2 mb-6 text-sm text-ink-soft">
        To write threat models with your team. Reading the library needs no account.
      </p>
      <SignInForm />
      <ProviderButton />
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm text-ink-soft">
        <Link href="/forgot">Forgot your password?</Link>
        {isSignUpOpen() && <Link href="/sign-up">Create an account</Link>}
      </p>
    </>
  )
}
