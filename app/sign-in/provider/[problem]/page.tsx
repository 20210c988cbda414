import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { explain } from '@/app/sign-in/provider/problems'
import { Link } from '@/components/ui/link'
import { providerHost } from '@/lib/accounts/oidc-client'
import { requestContext } from '@/lib/registry'

export const metadata: Metadata = { title: 'Sign in', robots: 'noindex' }

export default async function ProviderProblemPage({ params }: { params: Promise<{ problem: string }> }) {
  const { problem } = await params
  const host = providerHost()
  if (host === undefined) notFound()
  const found = new Map(Object.entries(explain(host))).get(problem)
  if (!found) notFound()
  const context = requestContext()
  if (context) {
    context.status = found.status
    if (found.status === 429) context.retryAfterSeconds = 60
  }
  return (
    <div className="prose py-6">
      <h1 className="text-xl">{found.title}</h1>
      <p className="mt-3 text-ink-soft">{found.text}</p>
      <p className="mt-6">
        <Link href="/sign-in">Back to sign in</Link>
      </p>
    </div>
  )
}
