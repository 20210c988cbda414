import { randomUUID } from 'node:crypto'
import type { Role } from '@/lib/access/roles'
import type { Team } from '@/lib/agents/testing/writing'
import type { Deed } from '@/lib/bulk/deeds'
import { findRun, type Run, type Tally, tallyOf } from '@/lib/bulk/runs'
import type { Licensed } from '@/lib/bulk/start'
import { startRun } from '@/lib/bulk/start'
import { type Step, stepRun, undoRun } from '@/lib/bulk/step'

/** A deed with the right that somebody of the team has to it. */
export async function licensed(team: Team, role: Role, deed: Deed): Promise<Licensed> {
  switch (deed.kind) {
    case 'publish':
      return { deed, right: await team.as(role, 'agent.publish') }
    case 'share':
      return { deed, right: await team.as(role, 'agent.share') }
    case 'tag':
      return { deed, right: await team.as(role, 'agent.write') }
    case 'delete':
      return { deed, right: await team.as(role, 'agent.write') }
  }
}

/** Begins a run on agents that were ticked; its id. */
export async function begin(
  team: Team,
  deed: Deed,
  agentIds: readonly string[],
  role: Role = 'editor',
): Promise<string> {
  const id = randomUUID()
  const started = await startRun({
    ...(await licensed(team, role, deed)),
    id,
    selection: { kind: 'ticked', agentIds },
  })
  if (!started.ok) throw new Error(started.error)
  return id
}

const askingOf = async (team: Team, role: Role, runId: string) => ({
  actor: team.person(role),
  at: { workspace: team.slug },
  right: await team.as(role, 'agent.write'),
  runId,
})

export const step = async (team: Team, runId: string, role: Role = 'editor') =>
  stepRun(await askingOf(team, role, runId))

export const undo = async (team: Team, runId: string, role: Role = 'editor') =>
  undoRun(await askingOf(team, role, runId))

/** Steps until nothing is left, as a page with script takes them; the links on the way. */
export async function finish(team: Team, runId: string, role: Role = 'editor'): Promise<Step['links']> {
  const links: Step['links'][number][] = []
  for (;;) {
    const taken = await step(team, runId, role)
    if (!taken.ok) throw new Error(taken.error)
    links.push(...taken.value.links)
    if (taken.value.agents === 0) return links
  }
}

export async function look(team: Team, runId: string): Promise<{ readonly run: Run; readonly tally: Tally }> {
  const right = await team.as('viewer', 'agent.read')
  const run = await findRun(right, runId)
  if (!run) throw new Error('there is no such run')
  return { run, tally: await tallyOf(right, runId) }
}
