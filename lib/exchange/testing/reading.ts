import { readImport } from '@/lib/exchange/read-import'
import { LAYER_IDS } from '@/lib/maestro/layers'

/** What is read of a text that is read at all. */
export const read = (text: string) => {
  const result = readImport(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The remarks of a text beyond those that every page without header figures has. */
export const remarksOf = (text: string) =>
  read(text).remarks.filter(({ where }) => !['cvss', 'threatMultiplier', 'mitigationFactor'].includes(where))

export const ratingsOf = (text: string) =>
  Object.fromEntries(
    Object.entries(read(text).draft.factors ?? {}).map(([id, factor]) => [id, factor?.value]),
  )

export const narrativesOf = (text: string) => LAYER_IDS.map((id) => read(text).draft.layers?.[id]?.narrative)

export const certaintiesOf = (text: string) => LAYER_IDS.map((id) => read(text).draft.layers?.[id]?.certainty)
