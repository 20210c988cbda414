import { isDeepStrictEqual } from 'node:util'
import type { Authorized } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { settle } from '@/lib/db/transact'
import { lockWorkspace } from '@/lib/workspaces/members'

export type Settings = {
  /** As reports show who published them. */
  readonly publicName: string
  /** What a report is signed with unless its publisher says something else. */
  readonly byline: string
  /** The age at which a published report counts as outdated. */
  readonly outdatedAfterDays: number
  /** The hosts whose pages may show the card of a listed agent. */
  readonly embedHosts: readonly string[]
}

export const OUTDATED_DAYS_MAX = 3_650

const COLUMNS = { publicName: true, byline: true, outdatedAfterDays: true, embedHosts: true } as const

export const getSettings = ({ workspaceId }: Authorized<'settings.manage'>): Promise<Settings> =>
  database().workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: COLUMNS })

/** The audit log tells which settings changed, never to what: a name is no business of a log that nobody can clear. */
export const saveSettings = (
  { workspaceId, userId }: Authorized<'settings.manage'>,
  settings: Settings,
): Promise<void> =>
  settle(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const before = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: COLUMNS })
    const changed = (['publicName', 'byline', 'outdatedAfterDays', 'embedHosts'] as const).filter(
      (name) => !isDeepStrictEqual(before[name], settings[name]),
    )
    if (changed.length === 0) return
    const { publicName, byline, outdatedAfterDays, embedHosts } = settings
    await tx.workspace.update({
      where: { id: workspaceId },
      data: { publicName, byline, outdatedAfterDays, embedHosts: [...embedHosts] },
    })
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'workspace.change-settings',
      subject: { kind: 'workspace', id: workspaceId },
      detail: { changed: changed.join(', ') },
    })
  })
