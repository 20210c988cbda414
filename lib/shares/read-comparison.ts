import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { reportOf } from '@/lib/library/read-report'
import type { SharedComparison } from '@/lib/shares/find'

/** The agents of a shared comparison as a reader sees them: by their places, since a link tells no addresses. */
export const readSharedComparison = ({ publisher, revisions }: SharedComparison): readonly ComparedAgent[] =>
  revisions.map((revision, place) => {
    const { document, number, publishedAt } = reportOf(publisher, revision)
    return {
      key: `agent-${place + 1}`,
      name: document.name,
      href: null,
      document,
      source: { kind: 'published', number, publishedAt },
    }
  })
