import { database, Prisma, type Queryable } from '@/lib/db/client'

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

/** The name is read in the same statement as the row with this id of a person; null for whoever is gone. */
export const nameBehind = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT u.name FROM users u WHERE u.id = ${id})`

/** What somebody is called whose name was read so. */
export const shownName = (userId: string | null, name: string | null): string =>
  userId === null ? 'Fullscore' : (name ?? FORMER_MEMBER)
