import type { Result } from '@/lib/base/result'
import type { KeptReason, RefusalReason } from '@/lib/bulk/reasons'
import type { Queryable } from '@/lib/db/client'

export type Item = { readonly position: number; readonly agentId: string; readonly version: number }
/** What taking it back needs to know, and a link that is told this once. */
export type Done = { readonly trace: Readonly<Record<string, string | number>>; readonly url?: string }
/** Does to one agent what a run does. */
export type Hand = (tx: Queryable, item: Item) => Promise<Result<Done, RefusalReason>>

export type DoneItem = { readonly position: number; readonly agentId: string; readonly trace: unknown }
/** Takes it back. */
export type UndoHand = (tx: Queryable, item: DoneItem) => Promise<Result<undefined, KeptReason>>
