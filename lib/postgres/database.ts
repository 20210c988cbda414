import { ok, type Result } from '@/lib/base/result'
import type { Env } from '@/lib/env'
import { type DatabaseEvent, startEmbedded } from '@/lib/postgres/embedded'
import { type MigrateOptions, migrate } from '@/lib/postgres/migrate'

/** The database of this process: the embedded one, or the one that DATABASE_URL names. */
export type RunningDatabase = {
  readonly appUrl: string
  readonly description: string
  readonly notice: string | undefined
  /** Brings it up to date, and says what there was to do. */
  migrate(note: (text: string) => void): Promise<Result<MigrationReport, string>>
  stop(): Promise<void>
}

export type MigrationReport = { readonly summary: string; readonly notice: string | undefined }

export async function openDatabase(
  env: Env,
  report: (event: DatabaseEvent) => void,
): Promise<Result<RunningDatabase, string>> {
  if (env.databaseUrl) return ok(external(env.databaseUrl, env.databaseMigrateUrl))
  const started = await startEmbedded({ dataFolder: env.dataFolder, appPort: env.port, report })
  if (!started.ok) return started
  const { appUrl, ownerUrl, notice, stop, port } = started.value
  const names = { urlName: 'The embedded database', appUrlName: 'The embedded database' }
  return ok({
    appUrl,
    description: `embedded, on port ${port}`,
    notice,
    migrate: (note) => bringUpToDate({ url: ownerUrl, appUrl, note, ...names }),
    stop,
  })
}

/** Nothing is started, held or stopped: several nodes may share it. */
function external(appUrl: string, migrateUrl: string | undefined): RunningDatabase {
  const url = migrateUrl ?? appUrl
  const urlName = migrateUrl ? 'DATABASE_MIGRATE_URL' : 'DATABASE_URL'
  return {
    appUrl,
    description: `at ${new URL(appUrl).host}`,
    notice: undefined,
    migrate: (note) => bringUpToDate({ url, appUrl, urlName, note }),
    stop: () => Promise.resolve(),
  }
}

async function bringUpToDate(options: MigrateOptions): Promise<Result<MigrationReport, string>> {
  const migrated = await migrate(options)
  if (!migrated.ok) return migrated
  const { applied, appRoleIsLimited } = migrated.value
  return ok({
    summary: applied.length === 0 ? 'up to date' : `${applied.length} applied`,
    notice: appRoleIsLimited
      ? undefined
      : 'The app owns its tables, so only a trigger guards the audit log: set DATABASE_MIGRATE_URL to an owner role to guard it by rights.',
  })
}
