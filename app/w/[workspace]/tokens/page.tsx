import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { TokenForm } from '@/app/w/[workspace]/tokens/token-form'
import { TokenRow } from '@/app/w/[workspace]/tokens/token-row'
import { Link } from '@/components/ui/link'
import { Entries } from '@/components/workspace/entries'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { LIFETIMES_DAYS } from '@/lib/tokens/create'
import { listTokens } from '@/lib/tokens/list'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Tokens', robots: 'noindex' }

const LIFETIMES = LIFETIMES_DAYS.map(
  (days) => [String(days), days === 365 ? 'In a year' : `In ${days} days`] as const,
)

export default available(async function TokensPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params
  const right = await requireRight('token.manage', slug)
  const workspace = await getWorkspace(await requireRight('workspace.read', slug))
  const tokens = await listTokens(right)
  return (
    <>
      <WorkspaceHead workspace={workspace} current="tokens" />
      <section aria-labelledby="tokens">
        <h2 id="tokens" className="mb-2 text-lg">
          API tokens
        </h2>
        {tokens.length === 0 ? (
          <NoTokens />
        ) : (
          <Entries>
            {tokens.map((token) => (
              <TokenRow key={token.id} workspace={slug} token={token} />
            ))}
          </Entries>
        )}
      </section>
      <section aria-labelledby="create-token" className="mt-10">
        <h2 id="create-token" className="text-lg">
          Create a token
        </h2>
        <p className="prose mt-1 mb-4 text-sm text-ink-soft">
          A program that shows it acts for you, in this workspace alone, in the scopes you choose, and never
          beyond what you may do yourself at that moment. No token opens accounts, members, roles, settings or
          tokens. What a program can ask for is in the <Link href="/docs/api">reference of the API</Link>.
        </p>
        <TokenForm workspace={slug} lifetimes={LIFETIMES} />
      </section>
    </>
  )
})

const NoTokens = () => (
  <div className="prose py-2">
    <p className="font-semibold">No tokens yet.</p>
    <p className="mt-2 text-sm text-ink-soft">
      With a token a pipeline or a script reads and writes threat models without a browser. Give each program
      its own and the least that it needs, so that you can take one back without stopping the others.
    </p>
  </div>
)
