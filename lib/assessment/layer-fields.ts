import { z } from 'zod'
import { object } from '@/lib/assessment/fields'
import { LIMITS } from '@/lib/assessment/limits'
import { filled, prose } from '@/lib/assessment/text'
import { CERTAINTIES } from '@/lib/maestro/certainty'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

const perLayer = <Entry extends z.ZodType>(entryOf: (title: string) => Entry) => {
  const entry = (id: LayerId) => entryOf(TITLES.get(id) ?? id)
  return {
    L1: entry('L1'),
    L2: entry('L2'),
    L3: entry('L3'),
    L4: entry('L4'),
    L5: entry('L5'),
    L6: entry('L6'),
    L7: entry('L7'),
  }
}

const TITLES: ReadonlyMap<LayerId, string> = new Map(
  LAYERS.map(({ id, name }) => [id, `Layer ${id} ${name}`]),
)

const certaintyOf = (title: string) =>
  z.enum(CERTAINTIES, { error: `Choose the certainty of ${title}: ${CERTAINTIES.join(' or ')}.` })

const narrativeOf = (title: string) => prose(`The narrative of ${title}`, LIMITS.narrative)

export const layersOfDraft = object(
  'layers',
  perLayer((title) =>
    object(title, {
      certainty: certaintyOf(title).optional(),
      narrative: narrativeOf(title).optional(),
    }).optional(),
  ),
)

export const layersOfDocument = object(
  'layers',
  perLayer((title) =>
    object(title, {
      certainty: certaintyOf(title),
      narrative: filled(narrativeOf(title), `Write the narrative of ${title}.`),
    }),
  ),
)
