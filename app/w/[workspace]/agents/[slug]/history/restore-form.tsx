'use client'

import { useActionState } from 'react'
import { restore } from '@/app/w/[workspace]/agents/[slug]/history/actions'
import { problemOf } from '@/components/account/form-field'
import { UNTOUCHED } from '@/lib/forms/form-state'

/** Puts one text into the draft that was there when the page was loaded. */
export function RestoreForm({
  workspace,
  slug,
  version,
  text,
  labelledBy,
}: {
  workspace: string
  slug: string
  version: number
  text: string
  /** Of what the button restores, which its name alone does not say. */
  labelledBy: string
}) {
  const [state, dispatch, pending] = useActionState(restore, UNTOUCHED)
  return (
    <form action={dispatch}>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="text" value={text} />
      <button
        type="submit"
        disabled={pending}
        aria-describedby={labelledBy}
        className="min-h-9 cursor-pointer rounded-md border border-line-strong bg-paper px-3 text-sm hover:bg-sunken disabled:opacity-60"
      >
        Restore
      </button>
      <p role="alert" className="mt-1 max-w-prose text-xs text-high-mark empty:hidden">
        {problemOf(state) ?? state.issues[0]?.message}
      </p>
    </form>
  )
}
