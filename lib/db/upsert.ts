import { Prisma } from '@/lib/db/client'

/** One row by the columns of its table, for what the client cannot write: vectors, and arrays with gaps. */
export function upsertSql(
  table: string,
  key: string,
  columns: Readonly<Record<string, Prisma.Sql>>,
): Prisma.Sql {
  const names = Object.keys(columns).map((name) => Prisma.raw(`"${name}"`))
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.join(names)}) VALUES (${Prisma.join(Object.values(columns))})
    ON CONFLICT (${Prisma.raw(`"${key}"`)}) DO UPDATE
    SET ${Prisma.join(names.map((name) => Prisma.sql`${name} = excluded.${name}`))}`
}
