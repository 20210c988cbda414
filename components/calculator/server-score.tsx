'use client'

import { useEffect, useState } from 'react'
import type { Score } from '@/lib/aivss/score'
import { scoreAnswerSchema } from '@/lib/assessment/score-answer'
import { type CalculatorState, requestOf } from '@/lib/calculator/state'

/** What the server makes of the same inputs; the browser's figure is a preview until it agrees. */
export type ServerScore =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly score: Score }
  | { readonly kind: 'unreachable' }

const PAUSE_MS = 250

/** The page itself was the first answer; after that the server is asked whenever the typing pauses. */
export function useServerScore(
  state: CalculatorState,
  isComplete: boolean,
  first: { readonly state: CalculatorState; readonly score: Score | null },
): ServerScore {
  const [answer, setAnswer] = useState<{ state: CalculatorState; server: ServerScore }>({
    state: first.state,
    server: first.score ? { kind: 'answered', score: first.score } : { kind: 'asking' },
  })
  const answered = answer.state === state
  useEffect(() => {
    if (answered || !isComplete) return
    const aborted = new AbortController()
    const soon = setTimeout(async () => {
      const server = await askServer(state, aborted.signal)
      if (!aborted.signal.aborted) setAnswer({ state, server })
    }, PAUSE_MS)
    return () => {
      clearTimeout(soon)
      aborted.abort()
    }
  }, [state, answered, isComplete])
  return answered ? answer.server : { kind: 'asking' }
}

async function askServer(state: CalculatorState, signal: AbortSignal): Promise<ServerScore> {
  try {
    const response = await fetch('/api/v1/score', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(requestOf(state)),
      signal,
    })
    const parsed = scoreAnswerSchema.safeParse(await response.json())
    return parsed.success ? { kind: 'answered', score: parsed.data } : { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

export function ServerScoreLine({ server, shown }: { server: ServerScore; shown: Score }) {
  return <p className="min-h-[1.45em] text-xs text-ink-soft">{sentence(server, shown)}</p>
}

function sentence(server: ServerScore, shown: Score): string {
  switch (server.kind) {
    case 'asking':
      return 'Computed here; the server is being asked.'
    case 'unreachable':
      return 'Computed here; the server could not be asked.'
    case 'answered': {
      const { score, severity } = server.score
      return score === shown.score && severity === shown.severity
        ? `The server computes the same: ${score.toFixed(1)} ${severity}.`
        : `The server computes ${score.toFixed(1)} ${severity}. Its figure counts; load the page again.`
    }
  }
}
