import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { err, ok, type Result } from '@/lib/base/result'
import { migrationsFolder } from '@/lib/paths'
import { connect } from '@/lib/postgres/connect'
import { grantAppRole } from '@/lib/postgres/grants'
import {
  type AppliedRow,
  type Migration,
  pendingMigrations,
  readMigrations,
} from '@/lib/postgres/migration-files'

export type MigrateOptions = {
  /** Of the role that owns the tables. */
  readonly url: string
  /** Of the role that the app uses; when it is another one, it is granted its rights. */
  readonly appUrl: string
  /** What to call the two addresses in an error. */
  readonly urlName?: string
  readonly appUrlName?: string
  readonly folder?: string
  readonly lockWaitMs?: number
  /** Told what is waited for. */
  readonly note?: (text: string) => void
}

export type Migrated = {
  readonly applied: readonly string[]
  /** False: the app owns its tables, so that only triggers keep it from changing what it must not. */
  readonly appRoleIsLimited: boolean
}

/**
 * Brings a database to the state of prisma/migrations, recorded as `prisma migrate deploy` records it, with two
 * differences: each migration and its record are one transaction, and an edited one is an error.
 */
export async function migrate(options: MigrateOptions): Promise<Result<Migrated, string>> {
  const owner = await connect(options.url, options.urlName ?? 'DATABASE_URL')
  if (!owner.ok) return owner
  try {
    const role = await appRole(owner.value, options)
    if (!role.ok) return role
    const fault = (await checkVersion(owner.value)) ?? (await lock(owner.value, options))
    if (fault) return err(fault)
    const applied = await applyPending(owner.value, readMigrations(options.folder ?? migrationsFolder()))
    if (!applied.ok) return applied
    if (role.value) await grantAppRole(owner.value, role.value)
    return ok({ applied: applied.value, appRoleIsLimited: role.value !== undefined })
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    const remedy =
      error.code === '42501'
        ? ' Let this role own the database, or set DATABASE_MIGRATE_URL to a role that does.'
        : ''
    return err(`The migrations stopped: ${error.message}.${remedy}`)
  } finally {
    await owner.value.end().catch(() => undefined)
  }
}

/** The app's role, or undefined when it is the one that migrates. Its address is tried out on the way. */
async function appRole(
  owner: pg.Client,
  options: MigrateOptions,
): Promise<Result<string | undefined, string>> {
  if (options.appUrl === options.url) return ok(undefined)
  const app = await connect(options.appUrl, options.appUrlName ?? 'DATABASE_URL')
  if (!app.ok) return app
  const [appName, ownerName] = await Promise.all([currentUser(app.value), currentUser(owner)])
  await app.value.end()
  return ok(appName === ownerName ? undefined : appName)
}

async function currentUser(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user as name')
  return rows[0]?.name ?? ''
}

async function checkVersion(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const version = rows[0]
  if (version && version.number >= 150_000) return undefined
  return `The database is Postgres ${version?.name}, and Fullscore needs 15 or newer: update it.`
}

/** Prisma's own lock, so that its tools and any number of starters wait for each other. */
async function lock(client: pg.Client, options: MigrateOptions): Promise<string | undefined> {
  const limitMs = options.lockWaitMs ?? 60_000
  const deadline = Date.now() + limitMs
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(72707369) as taken')
    if (rows[0]?.taken) return undefined
    options.note?.('waiting for another process that migrates')
    if (Date.now() > deadline) {
      return `Another process has been migrating this database for more than ${limitMs / 1000} seconds (it holds the advisory lock 72707369): wait for it or end it, and start again.`
    }
    await pause(50)
  }
}

async function applyPending(
  client: pg.Client,
  files: readonly Migration[],
): Promise<Result<readonly string[], string>> {
  // A role may have another search path, and Prisma's queries name the schema public.
  await client.query(`set search_path to public; set lock_timeout to '30s'`)
  const state = await readState(client)
  if (!state.ok) return state
  const plan = pendingMigrations(files, state.value)
  if ('fault' in plan) return err(plan.fault)
  for (const migration of plan.pending) {
    const fault = await apply(client, migration)
    if (fault) return err(fault)
  }
  return ok(plan.pending.map((migration) => migration.name))
}

async function readState(client: pg.Client): Promise<Result<readonly AppliedRow[], string>> {
  const { rows } = await client.query<{ known: boolean; foreign_table: string | null; name: string }>(
    `select to_regclass('public._prisma_migrations') is not null as known, current_database() as name,
            (select min(tablename) from pg_tables where schemaname = 'public') as foreign_table`,
  )
  const found = rows[0]
  if (found?.known) {
    const applied = await client.query<AppliedRow>(
      `select migration_name, checksum, finished_at from public._prisma_migrations where rolled_back_at is null`,
    )
    return ok(applied.rows)
  }
  if (found?.foreign_table) {
    return err(
      `The database ${found.name} holds tables that are not Fullscore's ("${found.foreign_table}"): give it an empty database.`,
    )
  }
  await client.query(createTable)
  return ok([])
}

const createTable = `create table public._prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

async function apply(
  client: pg.Client,
  { name, file, sql, checksum }: Migration,
): Promise<string | undefined> {
  if (/^\s*(begin|commit|rollback|start\s+transaction)\s*;/im.test(sql)) {
    return `${file} begins or ends a transaction of its own, and could stop half-way: leave that to the runner.`
  }
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (!(error instanceof pg.DatabaseError)) throw error
    const line = error.position ? ` at line ${sql.slice(0, Number(error.position)).split('\n').length}` : ''
    return `The migration ${name} failed and was rolled back${line}: ${error.message}. The database is as it was; see ${file}.`
  }
}
