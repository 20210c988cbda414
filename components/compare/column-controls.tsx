'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, type ReactNode, useEffect, useRef } from 'react'
import { Link } from '@/components/ui/link'
import { StrokeIcon } from '@/components/ui/stroke-icon'

const SHAPES = {
  left: 'M10 3 5 8l5 5',
  right: 'm6 3 5 5-5 5',
  away: 'm4 4 8 8m0-8-8 8',
  grip: 'M6 4v0M6 8v0M6 12v0M10 4v0M10 8v0M10 12v0',
} as const

const DRAGGED = 'text/x-agent'

/** A move puts the column elsewhere in the page; whoever moves it by keyboard goes along, and on to the next from one that is removed. */
let handAt: string | undefined

/**
 * The order of the columns is the order in the address, so each move is a link. A pointer may also take the grip and
 * drop it on the head of another column.
 */
export function ColumnControls({
  agent,
  order,
  drops,
  name,
  left,
  right,
  away,
  children,
}: {
  agent: string
  order: readonly string[]
  /** Where each of the other agents leads that is dropped here. */
  drops: Readonly<Record<string, string>>
  name: string
  left: string | null
  right: string | null
  away: string
  /** What stands above them. */
  children: ReactNode
}) {
  const position = `column ${order.indexOf(agent) + 1} of ${order.length}`
  const bar = useRef<HTMLDivElement>(null)
  const drop = useColumnDrop(drops)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hand follows each time the position has changed.
  useEffect(() => {
    if (handAt !== agent) return
    handAt = undefined
    const links = bar.current?.querySelectorAll<HTMLElement>('a[data-way]')
    const same = [...(links ?? [])].find(({ dataset }) => dataset['way'] === lastWay)
    ;(same ?? links?.[0])?.focus()
  }, [position])
  const place = order.indexOf(agent)
  const go = (way: Way) => () => {
    handAt = way === 'away' ? (order[place + 1] ?? order[place - 1]) : agent
    lastWay = way
  }
  return (
    <div className="grid gap-1" {...drop}>
      {children}
      <div ref={bar} className="-ml-1.5 flex items-center text-ink-soft print:hidden">
        <Grip agent={agent} />
        {left !== null && (
          <Step
            href={left}
            way="left"
            label={`Move ${name} to the left, now ${position}`}
            onClick={go('left')}
          />
        )}
        {right !== null && (
          <Step
            href={right}
            way="right"
            label={`Move ${name} to the right, now ${position}`}
            onClick={go('right')}
          />
        )}
        <Step href={away} way="away" label={`Remove ${name} from the comparison`} onClick={go('away')} />
      </div>
    </div>
  )
}

type Way = 'left' | 'right' | 'away'
let lastWay: Way | undefined

const Step = ({
  href,
  way,
  label,
  onClick,
}: {
  href: string
  way: Way
  label: string
  onClick: () => void
}) => (
  <Link
    href={href}
    scroll={false}
    aria-label={label}
    title={label}
    data-way={way}
    onClick={onClick}
    className="grid size-7 place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink"
  >
    <StrokeIcon shape={SHAPES[way]} />
  </Link>
)

/** For pointers alone: the links beside it do the same by keyboard and by touch. */
const Grip = ({ agent }: { agent: string }) => (
  <span
    aria-hidden="true"
    draggable
    data-grip={agent}
    onDragStart={(event) => {
      event.dataTransfer.setData(DRAGGED, agent)
      event.dataTransfer.effectAllowed = 'move'
    }}
    className="grid size-7 cursor-grab place-items-center rounded-sm hover:bg-sunken pointer-coarse:hidden unscripted:hidden"
  >
    <StrokeIcon shape={SHAPES.grip} />
  </span>
)

function useColumnDrop(drops: Readonly<Record<string, string>>) {
  const router = useRouter()
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      const address = drops[event.dataTransfer.getData(DRAGGED)]
      if (address === undefined) return
      event.preventDefault()
      router.push(address, { scroll: false })
    },
  }
}
