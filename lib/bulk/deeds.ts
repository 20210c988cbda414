import { z } from 'zod'
import type { Action } from '@/lib/access/roles'
import { tag } from '@/lib/assessment/fields'
import { LIMITS } from '@/lib/assessment/limits'
import { line, prose } from '@/lib/assessment/text'
import type { DeedKind } from '@/lib/bulk/deed-kinds'
import { sharedSections, shareLabel } from '@/lib/forms/share-fields'

/** What can be done to many agents at once, with what it is done with; each is what a member does to one by hand. */
export const deedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), tag }),
  z.strictObject({
    kind: z.literal('publish'),
    note: prose('The note', LIMITS.publishNote),
    byline: line('The byline', LIMITS.byline),
  }),
  z.strictObject({
    kind: z.literal('share'),
    label: shareLabel,
    sections: sharedSections,
    expiresAt: z.iso.datetime().nullable(),
  }),
  z.strictObject({ kind: z.literal('delete') }),
])
export type Deed = z.output<typeof deedSchema>

/** The right that one agent of it takes. */
export const DEED_ACTIONS = {
  tag: 'agent.write',
  publish: 'agent.publish',
  share: 'agent.share',
  delete: 'agent.write',
} as const satisfies Record<DeedKind, Action>

/** The right that taking one of it back takes. */
export const UNDO_ACTIONS = {
  tag: 'agent.write',
  publish: 'revision.withdraw',
  share: 'agent.share',
  delete: 'agent.write',
} as const satisfies Record<DeedKind, Action>

/** Agents of one run. */
export const RUN_AGENTS_MAX = 10_000
/** For how long a run can be looked at and taken back. */
export const RUN_DAYS = 30
