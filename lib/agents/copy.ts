import type { Authorized } from '@/lib/access/authorize'
import { createNamedAgent } from '@/lib/agents/create'
import { getDraft } from '@/lib/agents/drafts/draft'
import { LIMITS } from '@/lib/assessment/limits'
import { err, ok, type Result } from '@/lib/base/result'

/** A new agent that begins with what the draft of another says now; its address is told. */
export async function copyAgent(
  right: Authorized<'agent.write'>,
  agentId: string,
): Promise<Result<string, 'not-found'>> {
  const draft = await getDraft(right, agentId)
  if (!draft) return err('not-found')
  const { name, ...rest } = draft.document
  const named = name === undefined || name === '' ? rest : { ...rest, name: nameOfCopy(name) }
  return ok(await createNamedAgent(right, named, 'copy'))
}

const MARK = ' (copy)'

const nameOfCopy = (name: string): string =>
  `${[...name]
    .slice(0, LIMITS.name - MARK.length)
    .join('')
    .trimEnd()}${MARK}`
