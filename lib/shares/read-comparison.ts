import { type ComparisonState, keptComparison } from '@/lib/compare/address'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { reportOf } from '@/lib/library/read-report'
import type { PlacedRevision, SharedComparison } from '@/lib/shares/find'

/** A shared comparison as a reader sees it: agents are told by their places, since a link tells no addresses. */
export function readSharedComparison({ publisher, query, revisions }: SharedComparison): {
  readonly agents: readonly ComparedAgent[]
  readonly state: ComparisonState
} {
  return {
    agents: revisions.map((revision) => {
      const { document, number, publishedAt } = reportOf(publisher, revision)
      return {
        key: keyOf(revision),
        name: document.name,
        href: null,
        document,
        source: { kind: 'published', number, publishedAt },
      }
    }),
    state: keptComparison(query, new Map(revisions.map((revision) => [revision.position, keyOf(revision)]))),
  }
}

const keyOf = ({ position }: PlacedRevision): string => `agent-${position}`
