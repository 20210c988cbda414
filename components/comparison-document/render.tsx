import { ComparisonDocument } from '@/components/comparison-document/document'
import { render } from '@/components/report/render'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ComparisonPaper } from '@/lib/compare/paper'
import type { WhyView } from '@/lib/compare/why'

/** `why` stands open, or the pair that is furthest apart. */
export const renderComparison = (
  view: ComparisonView,
  why: WhyView | null,
  paper: ComparisonPaper,
): Promise<string> => render(<ComparisonDocument view={view} why={why} paper={paper} />)
