import { database, type Queryable } from '@/lib/db/client'
import { settle } from '@/lib/db/transact'
import { hashCode, newTypedCode, readTypedCode } from '@/lib/workspaces/codes'

const LIFETIME_HOURS = 24

/** A fresh code for the first owner, which ends the one before; nothing once there is an owner. Each start asks for it. */
export const renewSetupCode = (): Promise<string | undefined> =>
  settle(async (tx) => {
    if (await hasOwner(tx)) return undefined
    const code = newTypedCode()
    const codeHash = hashCode('setup', readTypedCode(code))
    // One statement, so that of two nodes that start together neither fails: the code of the later one counts.
    await tx.$executeRaw`
      INSERT INTO setup_codes ("only", code_hash, expires_at)
      VALUES (true, ${codeHash}, now() + ${LIFETIME_HOURS} * interval '1 hour')
      ON CONFLICT ("only") DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at`
    return code
  })

/** Whether the form has any use at all. */
export const isSetupOpen = async (): Promise<boolean> => !(await hasOwner(database()))

export const hasOwner = async (db: Queryable): Promise<boolean> =>
  (await db.membership.findFirst({ where: { role: 'owner' }, select: { userId: true } })) !== null
