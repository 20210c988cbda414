import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { getDraft, type StoredDraft, saveDraft } from '@/lib/agents/drafts/draft'
import type { saveSchema } from '@/lib/editor/protocol'
import { NOTHING_HERE, signInFirst } from '@/lib/http/for-members'
import { type ApiProblem, notFound } from '@/lib/http/problems'
import { json } from '@/lib/http/respond'

type Right = Authorized<'agent.write'>
type Save = z.output<typeof saveSchema>

export const draftAnswers = {
  current: async (right: Right, agent: string | undefined): Promise<Response | ApiProblem> => {
    const agentId = z.uuid().safeParse(agent)
    const draft = agentId.success ? await getDraft(right, agentId.data) : undefined
    return draft ? json(toAnswer(draft)) : notFound(NOTHING_HERE)
  },

  /** Whoever typed is not who is signed in: to the one who typed, that is the same as nobody being signed in. */
  save: async (
    right: Right,
    agent: string | undefined,
    { account, version, document }: Save,
  ): Promise<Response | ApiProblem> => {
    if (account !== right.userId) return signInFirst()
    const agentId = z.uuid().safeParse(agent)
    if (!agentId.success) return notFound(NOTHING_HERE)
    const saved = await saveDraft(right, { agentId: agentId.data, version, document })
    if (saved.ok) return json({ ...saved.value, savedAt: saved.value.savedAt.toISOString() })
    return saved.error === 'not-found' ? notFound(NOTHING_HERE) : json(toAnswer(saved.error), 409)
  },
} as const

const toAnswer = ({ version, savedAt, savedBy, document, score }: StoredDraft) => ({
  version,
  savedAt: savedAt.toISOString(),
  savedBy,
  document,
  score,
})
