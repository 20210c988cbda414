import { notFound } from 'next/navigation'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'

/** Whatever is no page of a workspace: to strangers it is told like every page of it. */
export default available(async function NoPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireRight('workspace.read', (await params).workspace)
  notFound()
})
