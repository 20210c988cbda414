import type { Draft } from '@/lib/assessment/document'

export const AGENTS_MIN = 2
export const AGENTS_MAX = 6

/** An agent as it enters a comparison. A published document is a draft that lacks nothing, and so both fit. */
export type ComparedAgent = {
  /** Its part of an address, which no other agent of the comparison has. */
  readonly key: string
  readonly name: string
  /** Where it is read; null for readers of a link, which leads nowhere else. */
  readonly href: string | null
  readonly document: Draft
  readonly source: ComparedSource
}

export type ComparedSource =
  | { readonly kind: 'published'; readonly number: number; readonly publishedAt: Date }
  | { readonly kind: 'draft'; readonly savedAt: Date }

/** With what is the same under all of its names; no answer holds it. */
export type FoundAgent = ComparedAgent & { readonly agentId: string }
