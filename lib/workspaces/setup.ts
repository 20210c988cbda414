import { type CreatedAccount, createAccount, type NewAccount } from '@/lib/accounts/create'
import { err, ok, type Result } from '@/lib/base/result'
import { transact } from '@/lib/db/transact'
import { hashCode, readTypedCode } from '@/lib/workspaces/codes'
import { createWorkspace, type NewWorkspace } from '@/lib/workspaces/create'
import { hasOwner } from '@/lib/workspaces/setup-code'

export type FirstOwner = {
  readonly code: string
  readonly account: NewAccount
  readonly workspace: NewWorkspace
}
export type SetUp = CreatedAccount & { readonly workspaceId: string }

/** Uses the code up and makes account and workspace, all or nothing; the deleted row is what others wait for. */
export async function createFirstOwner(
  given: FirstOwner,
  headers: Headers,
): Promise<Result<SetUp, SetupRefusal>> {
  return transact<SetUp, SetupRefusal>(async (tx) => {
    const codeHash = hashCode('setup', readTypedCode(given.code))
    const used =
      await tx.$executeRaw`DELETE FROM setup_codes WHERE code_hash = ${codeHash} AND expires_at > now()`
    if (used === 0 || (await hasOwner(tx))) return err('code')
    const created = await createAccount(tx, given.account, headers)
    if (!created.ok) return created
    const { userId } = created.value
    const workspace = await createWorkspace(tx, given.workspace, userId)
    if (!workspace.ok) return workspace
    return ok({ ...created.value, workspaceId: workspace.value })
  })
}

export type SetupRefusal = 'code' | 'exists' | 'slug-taken'
