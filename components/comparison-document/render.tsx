import { ComparisonDocument } from '@/components/comparison-document/document'
import { render } from '@/components/report/render'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ComparisonPaper } from '@/lib/compare/paper'

export const renderComparison = (view: ComparisonView, paper: ComparisonPaper): Promise<string> =>
  render(<ComparisonDocument view={view} paper={paper} />)
