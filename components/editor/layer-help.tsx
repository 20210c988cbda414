'use client'

import { type ReactNode, useState } from 'react'
import { appendItem } from '@/components/editor/append-item'
import { CHAINS } from '@/lib/maestro/chains'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

/** What typically goes wrong on a layer, and the chains that pass through it, one press away from the narrative. */
export function LayerHelp({
  layer,
  narrative,
  onChange,
}: {
  layer: LayerId
  narrative: string
  onChange: (narrative: string) => void
}) {
  const [added, setAdded] = useState('')
  const threats = LAYERS.find(({ id }) => id === layer)?.threats ?? []
  const chains = CHAINS.filter(({ layers }) => layers.includes(layer))
  const add = (name: string) => {
    onChange(appendItem(narrative, name))
    setAdded(`“${name}” now ends the narrative of ${layer}.`)
  }
  return (
    <details className="text-sm">
      <summary className="min-h-8 cursor-pointer py-1 text-ink-soft hover:text-ink">
        {threats.length} typical threats and {chains.length} {chains.length === 1 ? 'chain' : 'chains'}{' '}
        through {layer}
      </summary>
      <ul className="mt-1 divide-y divide-line">
        {threats.map(({ name, detail }) => (
          <Suggestion key={name} name={name} onAdd={() => add(name)}>
            {detail}
          </Suggestion>
        ))}
      </ul>
      <p className="mt-4 text-xs font-semibold">Chains across layers</p>
      <ul className="divide-y divide-line">
        {chains.map(({ id, name, layers, story }) => (
          <Suggestion key={id} name={name} onAdd={() => add(name)}>
            <span className="figures">{layers.join(' → ')}.</span> {story}
          </Suggestion>
        ))}
      </ul>
      <p role="status" className="min-h-[1.45em] pt-1 text-xs text-ink-soft">
        {added}
      </p>
    </details>
  )
}

function Suggestion({ name, onAdd, children }: { name: string; onAdd: () => void; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-4 py-1.5">
      <span>
        <b className="font-semibold">{name}</b> <span className="text-ink-soft">{children}</span>
      </span>
      <button
        type="button"
        aria-label={`Add “${name}” to the narrative`}
        onClick={onAdd}
        className="min-h-8 shrink-0 cursor-pointer rounded-md border border-line-strong px-2.5 text-xs hover:bg-sunken"
      >
        Add
      </button>
    </li>
  )
}
