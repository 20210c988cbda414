'use client'

import type { LayerEntry } from '@/components/editor/layer-entry'
import { LayerHelp } from '@/components/editor/layer-help'
import { LayerTabs } from '@/components/editor/layer-tabs'
import { NarrativeField } from '@/components/editor/narrative-field'
import { Choices } from '@/components/rating/choices'
import { CERTAINTIES, CERTAINTY_TEXTS } from '@/lib/maestro/certainty'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

const CERTAINTY_OPTIONS = CERTAINTIES.map((id) => ({
  id,
  label: CERTAINTY_TEXTS[id].label,
  detail: CERTAINTY_TEXTS[id].explanation,
}))

/** Seven layers to go through, and the desk for the one at hand. A link to `#layer-L3` reaches its tab, which opens it. */
export function LayerDesk({
  layers,
  current,
  onCurrent,
  onChange,
  issueAt,
}: {
  layers: Readonly<Record<LayerId, LayerEntry>>
  current: LayerId
  onCurrent: (id: LayerId) => void
  onChange: (id: LayerId, part: Partial<LayerEntry>) => void
  /** By the path in the document: `layers.L3.narrative`. */
  issueAt: (path: string) => string | undefined
}) {
  const { certainty, narrative } = layers[current]
  const layer = LAYERS.find(({ id }) => id === current)
  return (
    <div className="@container">
      <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-[17rem_1fr]">
        <LayerTabs layers={layers} current={current} onCurrent={onCurrent} issueAt={issueAt} />
        <div
          role="tabpanel"
          id="layer-panel"
          aria-labelledby={`layer-${current}`}
          className="min-w-0 space-y-5"
        >
          <p className="prose text-sm text-ink-soft">{layer?.about}</p>
          <Choices
            legend={`How certain is ${current}?`}
            name={`certainty-${current}`}
            chosen={certainty}
            options={CERTAINTY_OPTIONS}
            issue={issueAt(`layers.${current}.certainty`)}
            onChoose={(next) => onChange(current, { certainty: next })}
          />
          <NarrativeField
            key={current}
            layer={current}
            value={narrative}
            issue={issueAt(`layers.${current}.narrative`) ?? issueAt(`layers.${current}`)}
            onChange={(next) => onChange(current, { narrative: next })}
          />
          <LayerHelp
            layer={current}
            narrative={narrative}
            onChange={(next) => onChange(current, { narrative: next })}
          />
        </div>
      </div>
    </div>
  )
}
