import type { PublishedFigures } from '@/lib/agents/figures'
import { Prisma } from '@/lib/db/client'
import type { Profile } from '@/lib/search/facets'
import { fold, startOf } from '@/lib/search/words'

/** The columns that the card of an agent and its public listing have in common, as they are written. */
export const profileColumns = (name: string, { kind, vendor, tags }: Profile) => ({
  name: Prisma.sql`${name}`,
  name_key: Prisma.sql`${startOf(fold(name), NAME_KEY_CHARACTERS_MAX)}`,
  kind: Prisma.sql`${kind}`,
  vendor: Prisma.sql`${vendor}`,
  tags: Prisma.sql`${[...tags]}::text[]`,
})

/** A key that long tells names apart, and fits an index whatever its letters. */
const NAME_KEY_CHARACTERS_MAX = 200

export const figureColumns = (figures: PublishedFigures | null) => ({
  formula: Prisma.sql`${figures?.formula ?? null}`,
  formula_rank: Prisma.sql`${figures?.formulaRank ?? BEHIND_EVERY_FORMULA}`,
  severity: Prisma.sql`${figures?.severity ?? null}`,
  base_tenths: Prisma.sql`${figures?.baseTenths ?? null}::smallint`,
  threat_hundredths: Prisma.sql`${figures?.threatHundredths ?? null}::smallint`,
  mitigation_hundredths: Prisma.sql`${figures?.mitigationHundredths ?? null}::smallint`,
  ratings: Prisma.sql`${(figures?.ratings ?? []).map((rating) => rating ?? NOT_RATED)}::smallint[]`,
  uncertain: Prisma.sql`${[...(figures?.uncertain ?? [])]}::text[]`,
  uncertain_layers: Prisma.sql`${figures?.uncertain.length ?? 0}`,
})

/** For a factor that the set does not have; below every rating, so that no range of ratings holds it. */
const NOT_RATED = -1

/** What the database says of each factor, in the order of `FACTOR_IDS`. */
export const readRatings = (stored: readonly number[]): readonly (number | null)[] =>
  stored.map((rating) => (rating === NOT_RATED ? null : rating))

/** The greatest that the column takes. */
const BEHIND_EVERY_FORMULA = 32_767
