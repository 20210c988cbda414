import { redirect } from 'next/navigation'
import { currentActor } from '@/app/actor'
import { available } from '@/app/available'
import { listWorkspacesOf } from '@/lib/workspaces/queries'

/** To the workspace of whoever asks; people with several choose on their account's page. */
export default available(async function MyWorkspacePage() {
  const actor = await currentActor()
  if (actor.kind !== 'person') redirect('/sign-in')
  const [only, ...others] = await listWorkspacesOf(actor)
  redirect(only !== undefined && others.length === 0 ? `/w/${only.slug}` : '/account')
})
