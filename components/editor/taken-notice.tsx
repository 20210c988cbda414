'use client'

import { useEditor } from '@/components/editor/store'
import { fieldName } from '@/lib/editor/fields'

const NAMED_MAX = 4

/** That somebody else's text has come in must not go unnoticed, although it needs no choice. */
export function TakenNotice() {
  const taken = useEditor((state) => state.taken)
  const names = (taken?.fields ?? []).map(fieldName)
  const more = names.length - NAMED_MAX
  return (
    <div role="status">
      {taken && (
        <p className="mb-6 border-l-3 border-medium-mark bg-paper px-4 py-2 text-sm">
          {`${taken.by} changed ${names.slice(0, NAMED_MAX).join('; ')}${more > 0 ? ` and ${more} more` : ''}. It has been put together with what you are writing.`}
        </p>
      )}
    </div>
  )
}
