'use client'

import { useRouter } from 'next/navigation'
import { type MouseEvent, useState } from 'react'
import { Tray } from '@/components/compare/tray'
import { useTray } from '@/components/compare/tray-store'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { TICK_FORM } from '@/components/workspace/tick-form'
import { tickAll, tickedBoxes, useTicked } from '@/components/workspace/ticked'
import { DEED_KINDS, type DeedKind } from '@/lib/bulk/deeds'
import { AGENTS_MAX, AGENTS_MIN } from '@/lib/compare/compared-agent'

const NAMES: Readonly<Record<DeedKind, string>> = {
  tag: 'Tag',
  publish: 'Publish',
  share: 'Share',
  delete: 'Delete',
}

/**
 * What can be done with the agents that are ticked: comparing them, and for whoever may write the rest. A plain form whose
 * boxes stand in the list; with script it is there as soon as one of them is ticked.
 */
export function ManyBar({
  workspace,
  mayWrite,
  matching,
}: {
  workspace: string
  mayWrite: boolean
  /** All that match, on this page and on others, in words, and the query that they have in common. */
  matching: { readonly what: string; readonly query: string }
}) {
  const { ticked } = useTicked()
  const place = `/w/${workspace}/compare`
  const { compare, isTooMany } = useCompare(place)
  const begin = `/w/${workspace}/runs/new`
  return (
    <>
      <form
        id={TICK_FORM}
        action={mayWrite ? begin : place}
        aria-label="Chosen agents"
        data-many
        className={`sticky top-0 z-2 -mx-4 mb-2 border-y border-line-strong bg-paper px-4 py-2 sm:mx-0 print:hidden ${ticked === 0 ? 'scripted:hidden' : ''}`}
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="text-sm unscripted:hidden">
            {ticked} chosen
          </p>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="quiet" formAction={place} onClick={compare}>
              Compare
            </Button>
            {mayWrite &&
              DEED_KINDS.map((kind) => (
                <Button key={kind} type="submit" look="quiet" name="deed" value={kind}>
                  {NAMES[kind]}
                </Button>
              ))}
          </div>
          <button
            type="button"
            onClick={() => tickAll(false)}
            className="min-h-8 cursor-pointer px-1 text-sm text-accent underline unscripted:hidden"
          >
            Clear
          </button>
          {mayWrite && <AllThatMatch begin={begin} {...matching} />}
        </div>
        <p role="status" className="text-xs text-ink-soft empty:hidden">
          {isTooMany && `${AGENTS_MAX} is the most to compare, with those in the tray below.`}
        </p>
      </form>
      <div className="contents unscripted:hidden">
        <Tray place={place} />
      </div>
    </>
  )
}

const AllThatMatch = ({ begin, what, query }: { begin: string; what: string; query: string }) => (
  <p className="ml-auto flex flex-wrap gap-x-3 text-xs text-ink-soft">
    Or {what}:
    {DEED_KINDS.map((kind) => (
      <Link key={kind} href={`${begin}?all=yes&deed=${kind}${query && `&${query}`}`}>
        {NAMES[kind]}
        <span className="sr-only"> {what}</span>
      </Link>
    ))}
  </p>
)

/** What is ticked goes into the tray, where earlier pages may have put something; enough of it is compared at once. */
function useCompare(place: string) {
  const { ticked: inTray, keep } = useTray(place)
  const router = useRouter()
  const [isTooMany, setTooMany] = useState(false)
  const compare = (event: MouseEvent) => {
    event.preventDefault()
    const boxes = tickedBoxes()
    const added = boxes.map(({ value, dataset }) => ({ key: value, name: dataset['name'] ?? value }))
    const all = [...inTray, ...added.filter(({ key }) => inTray.every((one) => one.key !== key))]
    setTooMany(all.length > AGENTS_MAX)
    if (all.length > AGENTS_MAX) return
    keep(all)
    if (all.length >= AGENTS_MIN) router.push(`${place}?agents=${all.map(({ key }) => key).join(',')}`)
  }
  return { compare, isTooMany }
}
