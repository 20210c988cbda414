import type { Metadata } from 'next'
import { DropCopies } from '@/components/account/drop-copies'
import { Link } from '@/components/ui/link'

export const metadata: Metadata = { title: 'Account deleted', robots: 'noindex' }

/** Where a deletion ends. */
export default function DeletedPage() {
  return (
    <div className="prose">
      <DropCopies />
      <h1 className="text-xl">Your account is deleted</h1>
      <p className="mt-3 text-ink-soft">
        You are signed out everywhere. What you wrote stays with its workspace, and its log names you as a
        former member.
      </p>
      <p className="mt-3">
        <Link href="/">To the library</Link>
      </p>
    </div>
  )
}
