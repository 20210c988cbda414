'use client'

import { LayerDesk } from '@/components/editor/layer-desk'
import type { LayerEntry } from '@/components/editor/layer-entry'
import { useIssueAt } from '@/components/editor/readings'
import { useChange, useField } from '@/components/editor/store'
import { CERTAINTIES } from '@/lib/maestro/certainty'
import type { LayerId } from '@/lib/maestro/layers'

/** The seven layers, one at hand at a time. */
export function LayersSection({
  current,
  onCurrent,
}: {
  current: LayerId
  onCurrent: (id: LayerId) => void
}) {
  const change = useChange()
  const issueAt = useIssueAt()
  const layers = {
    L1: useLayer('L1'),
    L2: useLayer('L2'),
    L3: useLayer('L3'),
    L4: useLayer('L4'),
    L5: useLayer('L5'),
    L6: useLayer('L6'),
    L7: useLayer('L7'),
  }
  return (
    <section aria-labelledby="layers">
      <h2 id="layers" className="mb-4 text-lg">
        Seven MAESTRO layers
      </h2>
      <LayerDesk
        layers={layers}
        current={current}
        onCurrent={onCurrent}
        issueAt={issueAt}
        onChange={(id, { certainty, narrative }) => {
          if (certainty !== undefined) change(`layers.${id}.certainty`, certainty)
          if (narrative !== undefined) change(`layers.${id}.narrative`, narrative)
        }}
      />
    </section>
  )
}

function useLayer(id: LayerId): LayerEntry {
  const certainty = useField(`layers.${id}.certainty`)
  const narrative = useField(`layers.${id}.narrative`)
  return { certainty: CERTAINTIES.find((one) => one === certainty) ?? '', narrative }
}
