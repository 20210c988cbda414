import { Notice } from '@/components/ui/notice'
import type { Issue } from '@/lib/assessment/issues'

/** What of an address could not be read, said instead of passed over. */
export function LeftOut({ refused }: { refused: readonly Issue[] }) {
  if (refused.length === 0) return null
  return (
    <Notice title="Part of this address was left out">
      {refused.map(({ path, message }) => (
        <p key={path}>
          <code>{path}</code>: {message}
        </p>
      ))}
    </Notice>
  )
}
