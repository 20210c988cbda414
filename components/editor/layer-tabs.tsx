'use client'

import type { KeyboardEvent } from 'react'
import type { LayerEntry } from '@/components/editor/layer-entry'
import { CertaintyMark } from '@/components/marks/certainty'
import { LAYER_IDS, LAYERS, type LayerId } from '@/lib/maestro/layers'

/** Vertical tabs: one stop for Tab, arrows, Home and End between them, and the layer opens with the focus. */
export function LayerTabs({
  layers,
  current,
  onCurrent,
  issueAt,
}: {
  layers: Readonly<Record<LayerId, LayerEntry>>
  current: LayerId
  onCurrent: (id: LayerId) => void
  issueAt: (path: string) => string | undefined
}) {
  return (
    <div
      role="tablist"
      aria-label="Seven MAESTRO layers"
      aria-orientation="vertical"
      onKeyDown={(event) => moveFocus(event, current)}
      className="self-start border-t border-line"
    >
      {LAYERS.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`layer-${id}`}
          aria-selected={id === current}
          aria-controls="layer-panel"
          tabIndex={id === current ? 0 : -1}
          onFocus={() => id !== current && onCurrent(id)}
          onClick={() => id !== current && onCurrent(id)}
          className="block w-full cursor-pointer border-b border-l-3 border-b-line border-l-transparent py-1.5 pr-2 pl-2.5 text-left text-sm hover:bg-sunken aria-selected:border-l-accent aria-selected:bg-accent-wash"
        >
          <span className="block">
            <span className="figures mr-0.5 text-ink-soft">{id}</span>{' '}
            <span className={id === current ? 'font-semibold' : ''}>{name}</span>
          </span>
          <span className="flex flex-wrap gap-x-4">
            <WrittenMark isWritten={layers[id].narrative.trim() !== ''} />
            <CertaintyMark certainty={layers[id].certainty} />
            {ISSUE_PATHS.some((path) => issueAt(`layers.${id}${path}`) !== undefined) && (
              <span className="text-xs text-high-mark">Something to put right</span>
            )}
          </span>
        </button>
      ))}
    </div>
  )
}

const ISSUE_PATHS = ['', '.certainty', '.narrative']

/** Lines on the page, or none. */
function WrittenMark({ isWritten }: { isWritten: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-ink-soft">
      <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true" fill="none" stroke="currentColor">
        <rect
          x="0.5"
          y="0.5"
          width="9"
          height="11"
          rx="1"
          strokeDasharray={isWritten ? undefined : '2 1.5'}
        />
        {isWritten && <path d="M2.5 3.5h5M2.5 6h5M2.5 8.5h3" />}
      </svg>
      {isWritten ? 'Written' : 'Not written'}
    </span>
  )
}

function moveFocus(event: KeyboardEvent, current: LayerId) {
  const move = MOVES[event.key]
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const next = LAYER_IDS.at(move(LAYER_IDS.indexOf(current)) % LAYER_IDS.length)
  document.getElementById(`layer-${next}`)?.focus()
}

const MOVES: Readonly<Record<string, (index: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: () => -1,
}
