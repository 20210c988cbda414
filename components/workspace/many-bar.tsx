'use client'

import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'
import { TrayBar } from '@/components/tray/tray-bar'
import { isSameAgent, TRAY_FIELD, useTray } from '@/components/tray/tray-store'
import { Button } from '@/components/ui/button'
import { DEED_KINDS, DEED_NAMES, TICKED_MAX } from '@/lib/bulk/deed-kinds'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'

/** What can be done with the agents that are ticked: comparing them, and for whoever may write the rest. */
export function ManyBar({
  workspace,
  mayWrite,
  shown,
}: {
  workspace: string
  mayWrite: boolean
  /** Those that have a box on this page; what is ticked elsewhere is sent without one. */
  shown: readonly string[]
}) {
  const place = `/w/${workspace}/compare`
  const { ticked } = useTray(place)
  const router = useRouter()
  const isTooMany = ticked.length > AGENTS_MAX
  const compare = (event: MouseEvent) => {
    event.preventDefault()
    if (!isTooMany) router.push(`${place}?agents=${ticked.map(({ key }) => key).join(',')}`)
  }
  return (
    <TrayBar
      place={place}
      label="Chosen agents"
      action={mayWrite ? `/w/${workspace}/runs/new` : place}
      count={`${ticked.length} chosen`}
      hint="Tick agents of this page."
      problem={problemOf(ticked.length)}
    >
      {ticked
        .filter(({ key }) => shown.every((one) => !isSameAgent(one, key)))
        .map(({ key }) => (
          <input key={key} type="hidden" name={TRAY_FIELD} value={key} />
        ))}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          look="quiet"
          formAction={place}
          aria-disabled={isTooMany || undefined}
          onClick={compare}
        >
          Compare
        </Button>
        {mayWrite &&
          DEED_KINDS.map((kind) => (
            <Button key={kind} type="submit" look="quiet" name="deed" value={kind}>
              {DEED_NAMES[kind]}
            </Button>
          ))}
      </div>
    </TrayBar>
  )
}

function problemOf(count: number): string {
  if (count >= TICKED_MAX) return `${TICKED_MAX} is the most that can be ticked. Remove one to add another.`
  return count > AGENTS_MAX ? `${AGENTS_MAX} is the most to compare.` : ''
}
