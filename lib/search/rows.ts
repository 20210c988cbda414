import { Prisma } from '@/lib/db/client'
import type { Way } from '@/lib/search/conditions'

/** The rows of a table that fulfil conditions, called `c` in both. */
export const rowsWith = (table: Prisma.Sql, conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0
    ? Prisma.sql`${table} c`
    : Prisma.sql`${table} c WHERE ${Prisma.join([...conditions], ' AND ')}`

/**
 * The same where they are put in order. What is looked up is found as a whole first: for a short page Postgres would
 * rather walk the order, for as long as it takes, until it has met a few of those that it expects.
 */
export const rowsToSort = (rows: Prisma.Sql, way: Way): Prisma.Sql =>
  way === 'lookup' ? Prisma.sql`(SELECT * FROM ${rows} OFFSET 0) c` : rows
