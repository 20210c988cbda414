import type { PublishedFigures } from '@/lib/agents/cards/figures'
import { column } from '@/lib/db/row'
import type { Profile } from '@/lib/search/facets'
import { levelsOf } from '@/lib/search/levels'
import { fold, startOf } from '@/lib/search/words'

/** The columns that the card of an agent and its public listing have in common, as they are written. */
export const profileColumns = (name: string, { kind, vendor, tags }: Profile) => ({
  name: column('text', name),
  name_key: column('text', startOf(fold(name), NAME_KEY_CHARACTERS_MAX)),
  kind: column('text', kind),
  vendor: column('text', vendor),
  tags: column('text[]', tags),
})

/** A key that long tells names apart, and fits an index whatever its letters. */
const NAME_KEY_CHARACTERS_MAX = 200

export const figureColumns = (figures: PublishedFigures | null) => ({
  formula: column('text', figures?.formula ?? null),
  formula_rank: column('smallint', figures?.formulaRank ?? BEHIND_EVERY_FORMULA),
  severity: column('text', figures?.severity ?? null),
  base_tenths: column('smallint', figures?.baseTenths ?? null),
  threat_hundredths: column('smallint', figures?.threatHundredths ?? null),
  mitigation_hundredths: column('smallint', figures?.mitigationHundredths ?? null),
  ratings: column(
    'smallint[]',
    (figures?.ratings ?? []).map((rating) => rating ?? NOT_RATED),
  ),
  levels: column('smallint[]', levelsOf(figures?.ratings ?? [])),
  uncertain: column('text[]', figures?.uncertain ?? []),
  uncertain_layers: column('smallint', figures?.uncertain.length ?? 0),
})

/** For a factor that the set does not have; below every rating, so that no range of ratings holds it. */
const NOT_RATED = -1

/** What the database says of each factor, in the order of `FACTOR_IDS`. */
export const readRatings = (stored: readonly number[]): readonly (number | null)[] =>
  stored.map((rating) => (rating === NOT_RATED ? null : rating))

/** The greatest that the column takes. */
export const BEHIND_EVERY_FORMULA = 32_767
