import type { Person } from '@/lib/access/actor'
import { forgetProofs } from '@/lib/accounts/change-password'
import { err, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { createWorkspace, type NewWorkspace } from '@/lib/workspaces/create'
import { isSignUpOpen } from '@/lib/workspaces/sign-up'

export const OWNED_WORKSPACES_MAX = 20

export type AnotherRefusal = 'no-owner' | 'too-many' | 'slug-taken'

/** One more workspace for somebody who owns one already, or who could sign up for one; the lock on the person makes the count hold. */
export const createAnotherWorkspace = (
  { userId }: Person,
  workspace: NewWorkspace,
): Promise<Result<string, AnotherRefusal>> =>
  transact<string, AnotherRefusal>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
    const owned = await countOwned(tx, userId)
    if (owned === 0 && !isSignUpOpen()) return err('no-owner')
    if (owned >= OWNED_WORKSPACES_MAX) return err('too-many')
    await forgetProofs(tx, userId)
    return createWorkspace(tx, workspace, userId)
  })

/** Whether the form has any use to this person: whoever was only let into workspaces of others makes none. */
export const mayCreateWorkspace = async ({ userId }: Person): Promise<boolean> =>
  isSignUpOpen() || (await countOwned(database(), userId)) > 0

const countOwned = (db: Queryable, userId: string): Promise<number> =>
  db.membership.count({ where: { userId, role: 'owner' } })
