import type { Queryable } from '@/lib/db/client'
import { requestContext } from '@/lib/registry'

/** Everything that is recorded, and of what. No names and no e-mail addresses: those leave with the person. */
export type AuditEvent = {
  readonly workspaceId?: string
  /** Absent: somebody who is not signed in, or outside of a request the machine itself. */
  readonly userId?: string
  readonly action: AuditedAction
  readonly subject: {
    readonly kind: 'user' | 'workspace' | 'member' | 'invitation' | 'agent'
    /** Absent: what was named does not exist. */
    readonly id?: string | undefined
  }
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

export type AuditedAction =
  | 'account.create'
  | 'account.sign-in'
  | 'account.sign-in-failed'
  | 'account.sign-out'
  | 'account.change-password'
  | 'account.password-link'
  | 'account.reset-password'
  | 'account.connect-provider'
  | 'account.disconnect-provider'
  | 'account.second-factor-on'
  | 'account.second-factor-off'
  | 'account.recovery-codes'
  | 'account.delete'
  | 'workspace.create'
  | 'workspace.change-settings'
  | 'member.add'
  | 'member.change-role'
  | 'member.remove'
  | 'invitation.create'
  | 'invitation.accept'
  | 'invitation.revoke'
  | 'agent.create'
  | 'agent.write'
  | 'agent.restore-text'
  | 'agent.publish'
  | 'agent.change-visibility'
  | 'agent.list'
  | 'agent.unlist'
  | 'agent.change-slug'
  | 'agent.delete'
  | 'agent.restore'
  | 'agent.purge'
  | 'revision.withdraw'

/** Part of the transaction that does what it tells of: neither happens without the other. */
export async function recordAudit(tx: Queryable, event: AuditEvent): Promise<void> {
  const { workspaceId, userId, action, subject, detail } = event
  const context = requestContext()
  await tx.auditEvent.create({
    data: {
      action,
      actorKind: userId !== undefined ? 'person' : context ? 'visitor' : 'system',
      actorId: userId ?? null,
      workspaceId: workspaceId ?? null,
      subjectKind: subject.kind,
      subjectId: subject.id ?? null,
      detail: { ...detail },
      address: context?.clientAddress ?? null,
      requestId: context?.requestId ?? null,
    },
  })
}
