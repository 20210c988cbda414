import { type ComparisonState, comparisonAddress } from '@/lib/compare/address'

/** Where a comparison is read and what it is a comparison of; all of its controls are addresses of the same page. */
export type Place = {
  readonly path: string
  readonly state: ComparisonState
}

export const to = ({ path, state }: Place, change: Partial<ComparisonState>): string =>
  comparisonAddress(path, state, change)
