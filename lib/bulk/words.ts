import type { Deed } from '@/lib/bulk/deeds'

export const countAgents = (agents: number): string =>
  agents === 1 ? '1 agent' : `${agents.toLocaleString('en')} agents`

export const agentsAre = (agents: number): string => `${countAgents(agents)} ${agents === 1 ? 'is' : 'are'}`
export const agentsHave = (agents: number): string =>
  `${countAgents(agents)} ${agents === 1 ? 'has' : 'have'}`

/** What a run is called. */
export function titleOf(deed: Deed, agents: number): string {
  const whom = countAgents(agents)
  switch (deed.kind) {
    case 'tag':
      return `Tag ${whom} “${deed.tag}”`
    case 'publish':
      return `Publish ${whom}`
    case 'share':
      return `Share ${whom}`
    case 'delete':
      return `Delete ${whom}`
  }
}

/** What became of one agent. */
export const DONE_WORDS = {
  tag: 'Tagged',
  publish: 'Published',
  share: 'Shared',
  delete: 'Deleted',
} as const satisfies Record<Deed['kind'], string>

/** What undoing does, said before it is done. */
export const UNDO_SENTENCES = {
  tag: 'The tag is taken from the drafts that got it here and still have it.',
  publish:
    'The revisions that were published here are withdrawn for good. Only an owner of the workspace can do this.',
  share:
    'The links that were made here are revoked for good. An agent that was private before stays open to other links.',
  delete: 'The agents that were deleted here come back out of the trash, listed ones by an owner alone.',
} as const satisfies Record<Deed['kind'], string>
