'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { EditorStore } from '@/components/editor/store'
import type { Issue } from '@/lib/assessment/issues'
import { missingForPublishing } from '@/lib/assessment/missing'
import { readState } from '@/lib/editor/editor-state'

/** What the schema makes of everything that was typed. */
export type Reading = {
  readonly issues: readonly Issue[]
  /** What publishing still needs. */
  readonly missing: readonly Issue[]
}

const AFTER_MS = 200

/**
 * Reading the whole document takes longer than a keystroke may, so it is done when the typing pauses; and who reads it is
 * rendered again only when it says something else.
 */
export function ReadingProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  const [reading, setReading] = useState(() => readAll(store))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = store.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const next = readAll(store)
        setReading((last) => (saysTheSame(last, next) ? last : next))
      }, AFTER_MS)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store])
  return <Context value={reading}>{children}</Context>
}

function readAll(store: EditorStore): Reading {
  const { issues, document } = readState(store.get())
  return { issues, missing: missingForPublishing(document) }
}

const saysTheSame = (one: Reading, other: Reading): boolean => JSON.stringify(one) === JSON.stringify(other)

const Context = createContext<Reading>({ issues: [], missing: [] })

export const useReading = (): Reading => useContext(Context)

/** What is wrong at a path of the document, as a control shows it. */
export function useIssueAt(): (path: string) => string | undefined {
  const { issues } = useReading()
  return (path) => issues.find((issue) => issue.path === path)?.message
}
