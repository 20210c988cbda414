import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SecondFactorPanel } from '@/app/account/second-factor/second-factor-panel'
import { currentActor } from '@/app/actor'
import { available } from '@/app/available'
import { Link } from '@/components/ui/link'
import { getSecondFactor } from '@/lib/accounts/two-factor-settings'

export const metadata: Metadata = { title: 'Second factor', robots: 'noindex' }

export default available(async function SecondFactorPage() {
  const actor = await currentActor()
  if (actor.kind !== 'person') redirect('/sign-in')
  const secondFactor = await getSecondFactor(actor)
  return (
    <div className="max-w-2xl">
      <p className="text-sm print:hidden">
        <Link href="/account">Account</Link>
      </p>
      <h1 className="mt-1 mb-6 text-xl">Second factor</h1>
      <SecondFactorPanel {...secondFactor} />
    </div>
  )
})
