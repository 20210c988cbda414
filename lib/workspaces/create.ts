import { randomUUID } from 'node:crypto'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'

export type NewWorkspace = { readonly slug: string; readonly publicName: string }

/** A workspace with its first owner, and its id. */
export async function createWorkspace(
  tx: Queryable,
  { slug, publicName }: NewWorkspace,
  userId: string,
): Promise<Result<string, 'slug-taken'>> {
  const id = randomUUID()
  const { count } = await tx.workspace.createMany({ data: { id, slug, publicName }, skipDuplicates: true })
  if (count === 0) return err('slug-taken')
  await tx.membership.create({ data: { workspaceId: id, userId, role: 'owner' } })
  await recordAudit(tx, {
    workspaceId: id,
    userId,
    action: 'workspace.create',
    subject: { kind: 'workspace', id },
  })
  return ok(id)
}
