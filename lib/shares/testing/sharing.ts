import { publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { createShare, type NewShare } from '@/lib/shares/create'

/** An agent with one published revision. */
export async function published(team: Team, slug: string): Promise<string> {
  const agentId = await write(team, slug)
  await publishNext(team, agentId)
  return agentId
}

/** A link as its maker gets it, and the token that stands at its end. */
export async function share(
  team: Team,
  agentId: string,
  wanted: Partial<NewShare> = {},
): Promise<{ readonly id: string; readonly token: string }> {
  const made = await createShare(await team.as('editor', 'agent.share'), newShare(agentId, wanted))
  if (!made.ok) throw new Error(made.error)
  return { id: made.value.id, token: made.value.url.split('/').at(-1) ?? '' }
}

export const newShare = (agentId: string, wanted: Partial<NewShare> = {}): NewShare => ({
  agentId,
  number: undefined,
  label: '',
  sections: 'whole',
  passwordHash: undefined,
  expiresAt: undefined,
  ...wanted,
})
