'use client'

import { useRouter } from 'next/navigation'
import { TrayBar } from '@/components/tray/tray-bar'
import { useTray } from '@/components/tray/tray-store'
import { Button } from '@/components/ui/button'
import { AGENTS_MAX, AGENTS_MIN } from '@/lib/compare/compared-agent'

/** The tray of the library: up to six agents, to compare them. */
export function CompareTray({ place }: { place: string }) {
  const { ticked } = useTray(place)
  const router = useRouter()
  return (
    <TrayBar
      place={place}
      label="To compare"
      action={place}
      count={`${ticked.length} of ${AGENTS_MAX} to compare`}
      hint="Tick two to six agents of this page."
      problem={problemOf(ticked.length)}
      onSubmit={(event) => {
        event.preventDefault()
        router.push(`${place}?agents=${ticked.map(({ key }) => key).join(',')}`)
      }}
    >
      <Button type="submit">Compare</Button>
    </TrayBar>
  )
}

function problemOf(count: number): string {
  if (count >= AGENTS_MAX) return `${AGENTS_MAX} is the most. Remove one to add another.`
  return count > 0 && count < AGENTS_MIN ? 'Tick one more to compare.' : ''
}
