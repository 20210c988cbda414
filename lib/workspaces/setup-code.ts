import { database, type Queryable } from '@/lib/db/client'
import { hashCode, newTypedCode, readTypedCode } from '@/lib/workspaces/codes'

const LIFETIME_MS = 24 * 3_600_000

/** A fresh code for the first owner, which ends the one before; nothing once there is an owner. Each start asks for it. */
export const renewSetupCode = (): Promise<string | undefined> =>
  database().$transaction(async (tx) => {
    if (await hasOwner(tx)) return undefined
    const code = newTypedCode()
    const row = {
      codeHash: hashCode('setup', readTypedCode(code)),
      expiresAt: new Date(Date.now() + LIFETIME_MS),
    }
    await tx.setupCode.upsert({ where: { only: true }, create: row, update: row })
    return code
  })

/** Whether the form has any use at all. */
export const isSetupOpen = async (): Promise<boolean> => !(await hasOwner(database()))

export const hasOwner = async (db: Queryable): Promise<boolean> =>
  (await db.membership.findFirst({ where: { role: 'owner' }, select: { userId: true } })) !== null
