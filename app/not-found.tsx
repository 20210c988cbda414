import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <div className="prose py-12">
      <h1 className="text-xl">There is nothing at this address</h1>
      <p className="mt-3 text-ink-soft">
        It may have been typed wrongly, or what stood here is no longer public. The{' '}
        <Link href="/">library</Link> lists every agent that is.
      </p>
    </div>
  )
}
