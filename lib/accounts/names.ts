import { database, type Queryable } from '@/lib/db/client'

export const FORMER_MEMBER = 'former member'

/** The names behind ids that outlive the people; whoever is gone is a former member. */
export async function namesOf(
  userIds: readonly (string | null)[],
  db: Queryable = database(),
): Promise<(userId: string | null) => string> {
  const ids = [...new Set(userIds.filter((id) => id !== null))]
  const people =
    ids.length === 0
      ? []
      : await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (userId) => shownName(userId, userId === null ? null : (names.get(userId) ?? null))
}

/** What somebody is called whose name is read together with what they did; null for whoever is gone. */
export const shownName = (userId: string | null, name: string | null): string =>
  userId === null ? 'Fullscore' : (name ?? FORMER_MEMBER)
