import { countAttempt } from '@/lib/access/rate-limit'

/** Whoever asks, and from wherever: one mailbox gets five letters an hour that its owner did not sign in to ask for. */
export const countLetter = (to: string) => countAttempt(['letter', to], { max: 5, windowMs: 3_600_000 })

/** An owner invites as many as they like; the first sixty of an hour are mailed, so that nobody sends mail in bulk. */
export const countInvitation = (userId: string) =>
  countAttempt(['invitation-letter', userId], { max: 60, windowMs: 3_600_000 })
