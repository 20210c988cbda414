import { Prisma } from '@/lib/db/client'
import type { Row } from '@/lib/db/row'

/** One row by the columns of its table, for what the client cannot write: vectors, and arrays with gaps. */
export function upsertSql(table: string, key: string, row: Row): Prisma.Sql {
  const names = Object.keys(row).map((name) => Prisma.raw(`"${name}"`))
  const values = Object.values(row).map(({ type, value }) => Prisma.sql`${value}::${Prisma.raw(type)}`)
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.join(names)}) VALUES (${Prisma.join(values)})
    ON CONFLICT (${Prisma.raw(`"${key}"`)}) DO UPDATE
    SET ${Prisma.join(names.map((name) => Prisma.sql`${name} = excluded.${name}`))}`
}
