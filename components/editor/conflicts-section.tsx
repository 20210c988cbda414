'use client'

import { useRef } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store'
import { anchorOf } from '@/lib/editor/anchors'
import type { Conflict } from '@/lib/editor/editor-state'
import { fieldName } from '@/lib/editor/fields'
import { readable } from '@/lib/editor/merge'

/** Fields that two people changed: both texts, side by side, until somebody chooses. */
export function ConflictsSection() {
  const conflicts = useEditor((state) => state.conflicts)
  const heading = useRef<HTMLHeadingElement>(null)
  if (conflicts.length === 0) return null
  return (
    <section
      aria-labelledby="conflicts"
      className="mb-8 rounded-md border-2 border-high-mark bg-paper p-4 sm:p-5"
    >
      <h2 id="conflicts" ref={heading} tabIndex={-1} className="text-lg outline-none">
        Two texts, one field: choose
      </h2>
      <p className="prose mt-1 text-sm text-ink-soft">
        Somebody else saved these fields while you were writing in them, or you wrote in them in another tab.
        Until you choose, what is saved stays as it is and yours stays here. You can also write a third text
        in the field, and then keep yours.
      </p>
      <ul className="mt-4 space-y-6">
        {conflicts.map((conflict, index) => (
          <ConflictItem
            // biome-ignore lint/suspicious/noArrayIndexKey: one field may have several, and an item keeps nothing.
            key={index}
            conflict={conflict}
            onChosen={() =>
              conflicts.length > 1 ? heading.current?.focus() : focusAnchor(anchorOf(conflict.field))
            }
          />
        ))}
      </ul>
    </section>
  )
}

/** What held the focus is about to go. */
const focusAnchor = (anchor: string) => document.getElementById(anchor)?.focus()

function ConflictItem({ conflict, onChosen }: { conflict: Conflict; onChosen: () => void }) {
  const { field, theirs, by } = conflict
  const { dispatch } = useEditorStore()
  const mine = useEditor(({ fields }) => fields[field])
  const choose = (value: string) => {
    onChosen()
    dispatch({ type: 'chosen', conflict, value })
  }
  const name = fieldName(field)
  const other = by === null ? 'Take the other' : 'Take theirs'
  return (
    <li>
      <h3 className="text-sm font-semibold">
        <a href={`#${anchorOf(field)}`}>{name}</a>
      </h3>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <Version title="Yours, here" text={readable(field, mine)}>
          <ChooseButton label={`Keep mine: ${name}`} onClick={() => choose(mine)}>
            Keep mine
          </ChooseButton>
        </Version>
        <Version
          title={by === null ? 'Yours, from another tab' : `Theirs, saved by ${by}`}
          text={readable(field, theirs)}
        >
          <ChooseButton label={`${other}: ${name}`} onClick={() => choose(theirs)}>
            {other}
          </ChooseButton>
        </Version>
      </div>
    </li>
  )
}

function Version({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-ink-soft">{title}</p>
      <textarea
        readOnly
        aria-label={title}
        value={text}
        placeholder="empty"
        rows={3}
        className="mt-1 block field-sizing-content max-h-64 w-full rounded-md bg-sunken p-3 text-sm"
      />
      {children}
    </div>
  )
}

function ChooseButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: string
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="mt-2 min-h-9 cursor-pointer rounded-md border border-line-strong bg-paper px-3 text-sm hover:bg-sunken"
    >
      {children}
    </button>
  )
}
