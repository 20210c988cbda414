import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ComparisonPaper } from '@/lib/compare/paper'
import type { WhyView } from '@/lib/compare/why'

/** A comparison as it is printed: the view, and what only whoever prints it knows. */
export type PrintedComparison = {
  readonly view: ComparisonView
  readonly paper: ComparisonPaper
  /** For the pair that was asked for; without it, for the pair that is furthest apart. */
  readonly why?: WhyView | null
}
