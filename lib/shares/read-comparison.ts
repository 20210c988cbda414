import { type ComparisonState, keptComparison } from '@/lib/compare/address'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { reportOf } from '@/lib/library/read-report'
import type { SharedComparison } from '@/lib/shares/find'

/**
 * A shared comparison as a reader sees it. Agents are told by their places among those that are shown: a link tells no
 * addresses, and nothing of those that it leaves out.
 */
export function readSharedComparison({ publisher, query, revisions }: SharedComparison): {
  readonly agents: readonly ComparedAgent[]
  readonly state: ComparisonState
} {
  return {
    agents: revisions.map((revision, place) => {
      const { document, number, publishedAt } = reportOf(publisher, revision)
      return {
        key: keyAt(place),
        name: document.name,
        href: null,
        document,
        source: { kind: 'published', number, publishedAt },
      }
    }),
    state: keptComparison(
      Object.fromEntries(new URLSearchParams(query)),
      new Map(revisions.map(({ position }, place) => [position, keyAt(place)])),
    ),
  }
}

const keyAt = (place: number): string => `agent-${place + 1}`
