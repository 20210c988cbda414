import { LIMITS } from '@/lib/assessment/limits'

/** Why an agent was left as it is, in a sentence that says what can be done. */
export const REFUSALS = {
  'not-found': 'It is not there any more: somebody deleted it.',
  tagged: 'It has this tag already.',
  'tags-full': `It has ${LIMITS.tags} tags already. Take one away first.`,
  changed: 'Somebody saved its draft since the run began. Look at what it says now and publish it by itself.',
  'already-published': 'Its draft is published as it stands.',
  incomplete: 'Its draft lacks something that publishing needs. The page for publishing it says what.',
  unpublished: 'Nothing of it is published yet. Publish it first.',
  'too-many': 'The workspace has as many open links as it may. Revoke those that are no longer needed.',
  listed: 'It is in the public library, so an owner has to do this.',
} as const
export type RefusalReason = keyof typeof REFUSALS

/** Why something that was done could not be taken back. */
export const KEPT = {
  'not-found': 'The agent was deleted since.',
  untagged: 'Somebody took the tag away since.',
  withdrawn: 'The revision was withdrawn since, or the agent was deleted.',
  revoked: 'The link was revoked since.',
  restored: 'It was restored since, or removed for good.',
  listed: 'It was in the public library, so an owner has to bring it back.',
} as const
export type KeptReason = keyof typeof KEPT

const isOf = <T extends object>(known: T, reason: string): reason is Extract<keyof T, string> =>
  Object.hasOwn(known, reason)

/** A reason as it is stored, in words; one of another version of Fullscore by its name. */
export const tellReason = (state: 'refused' | 'kept', reason: string): string => {
  if (state === 'refused') return isOf(REFUSALS, reason) ? REFUSALS[reason] : reason
  return isOf(KEPT, reason) ? KEPT[reason] : reason
}
