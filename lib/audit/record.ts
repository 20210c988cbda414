import type { Queryable } from '@/lib/db/client'
import { type RequestContext, requestContext } from '@/lib/registry'

/** Everything that is recorded, and of what. No names and no e-mail addresses: those leave with the person. */
export type AuditEvent = {
  readonly workspaceId?: string
  /** Absent: somebody who is not signed in, or outside of a request the machine itself. */
  readonly userId?: string
  readonly action: AuditedAction
  readonly subject: {
    readonly kind: SubjectKind
    /** Absent: what was named does not exist. */
    readonly id?: string | undefined
  }
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

export type SubjectKind =
  | 'user'
  | 'workspace'
  | 'member'
  | 'invitation'
  | 'agent'
  | 'share'
  | 'badge'
  | 'token'
  | 'comparison'
  | 'run'
  | 'view'

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
  | 'share.create'
  | 'share.change'
  | 'share.revoke'
  | 'share.password-refused'
  | 'badge.create'
  | 'badge.remove'
  | 'comparison.save'
  | 'comparison.delete'
  | 'view.save'
  | 'view.delete'
  | 'token.create'
  | 'token.revoke'
  | 'run.start'
  | 'run.undo'

/** Part of the transaction that does what it tells of: neither happens without the other. */
export const recordAudit = (tx: Queryable, event: AuditEvent): Promise<void> => recordAudits(tx, [event])

/** The same for many at once, in one statement. */
export async function recordAudits(tx: Queryable, events: readonly AuditEvent[]): Promise<void> {
  const context = requestContext()
  await tx.auditEvent.createMany({ data: events.map((event) => rowOf(event, context)) })
}

const rowOf = (
  { workspaceId, userId, action, subject, detail }: AuditEvent,
  context: RequestContext | undefined,
) => ({
  action,
  actorKind: actorKindOf(userId, context),
  actorId: userId ?? null,
  tokenId: (userId !== undefined && context?.tokenId) || null,
  workspaceId: workspaceId ?? null,
  subjectKind: subject.kind,
  subjectId: subject.id ?? null,
  detail: { ...detail },
  address: context?.clientAddress ?? null,
  requestId: context?.requestId ?? null,
})

/** Who makes a token is the actor of what a program does with it. */
function actorKindOf(userId: string | undefined, context: RequestContext | undefined): string {
  if (userId === undefined) return context ? 'visitor' : 'system'
  return context?.tokenId === undefined ? 'person' : 'token'
}
