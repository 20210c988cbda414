import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One folder of prisma/migrations. */
export type Migration = {
  readonly name: string
  readonly file: string
  readonly sql: string
  readonly checksum: string
}

/** In the order in which they are applied, which is that of their names. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const file = join(folder, name, 'migration.sql')
      const sql = readFileSync(file, 'utf8')
      return { name, file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** A row of the table in which Prisma keeps what was applied. */
export type AppliedRow = {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/** What is left to apply, or why this code and this database do not belong together. */
export function pendingMigrations(
  files: readonly Migration[],
  rows: readonly AppliedRow[],
): { readonly pending: readonly Migration[] } | { readonly fault: string } {
  const failed = rows.find((row) => row.finished_at === null)
  if (failed) {
    return {
      fault: `The migration ${failed.migration_name} was begun by another tool and did not finish: repair the database, then say so with "npx prisma migrate resolve".`,
    }
  }
  const byName = new Map(files.map((file) => [file.name, file]))
  const unknown = rows.filter((row) => !byName.has(row.migration_name)).map((row) => row.migration_name)
  if (unknown.length > 0) {
    return {
      fault: `The database is newer than this code, which lacks ${unknown.join(', ')}: update the code.`,
    }
  }
  const edited = rows.find((row) => byName.get(row.migration_name)?.checksum !== row.checksum)
  if (edited) {
    return {
      fault: `${byName.get(edited.migration_name)?.file} was edited after it was applied: restore it, and write the change as a new migration.`,
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name))
  return { pending: files.filter((file) => !applied.has(file.name)) }
}
