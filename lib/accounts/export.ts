import type { Person } from '@/lib/access/actor'
import { database } from '@/lib/db/client'

const EVENTS_MAX = 10_000

/** All that is kept about one person, field by field: no secret, and nothing about anybody else. */
export async function exportAccount({ userId }: Person) {
  const db = database()
  const [profile, memberships, sessions, invitations, tokens, events] = await Promise.all([
    profileOf(userId),
    db.membership.findMany({
      where: { userId },
      select: { role: true, createdAt: true, workspace: { select: { slug: true, publicName: true } } },
      orderBy: { createdAt: 'asc' },
    }),
    db.session.findMany({
      where: { userId },
      select: { userAgent: true, ipAddress: true, createdAt: true, lastSeenAt: true, expiresAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    db.invitation.findMany({
      where: { invitedBy: userId },
      select: {
        role: true,
        createdAt: true,
        expiresAt: true,
        acceptedAt: true,
        revokedAt: true,
        workspace: { select: { slug: true } },
      },
      orderBy: { createdAt: 'asc' },
    }),
    tokensOf(userId),
    eventsOf(userId),
  ])
  return {
    exportedAt: new Date(),
    profile,
    memberships: memberships.map(({ role, createdAt, workspace }) => ({
      workspace: workspace.slug,
      name: workspace.publicName,
      role,
      since: createdAt,
    })),
    sessions: sessions.map(({ userAgent, ipAddress, createdAt, lastSeenAt, expiresAt }) => ({
      browser: userAgent,
      address: ipAddress,
      since: createdAt,
      lastSeenAt,
      expiresAt,
    })),
    invitationsMade: invitations.map(({ workspace, ...rest }) => ({ workspace: workspace.slug, ...rest })),
    tokensMade: tokens,
    events,
  }
}

async function tokensOf(userId: string) {
  const rows = await database().apiToken.findMany({
    where: { userId },
    select: {
      name: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
      workspace: { select: { slug: true } },
    },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ workspace, ...token }) => ({ workspace: workspace.slug, ...token }))
}

async function profileOf(userId: string) {
  const { accounts, twoFactorEnabled, ...profile } = await database().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      createdAt: true,
      twoFactorEnabled: true,
      accounts: { select: { providerId: true, accountId: true, createdAt: true } },
    },
  })
  return {
    ...profile,
    hasSecondFactor: twoFactorEnabled,
    signsInWith: accounts.map(({ providerId, accountId, createdAt }) =>
      providerId === 'credential'
        ? { kind: 'password', since: createdAt }
        : { kind: providerId, subject: accountId, since: createdAt },
    ),
  }
}

/** What the person did, newest first; whom it was done to is told by an id only where that is the person. */
async function eventsOf(userId: string) {
  const rows = await database().auditEvent.findMany({
    where: { actorId: userId },
    select: {
      at: true,
      action: true,
      subjectKind: true,
      subjectId: true,
      detail: true,
      address: true,
      workspace: { select: { slug: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: EVENTS_MAX,
  })
  return rows.map(({ workspace, subjectKind, subjectId, ...event }) => ({
    ...event,
    workspace: workspace?.slug ?? null,
    subject: subjectKind,
    ...((subjectKind !== 'user' && subjectKind !== 'member') || subjectId === userId
      ? { subjectId }
      : undefined),
  }))
}
