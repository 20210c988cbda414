import { isAbsolute, join } from 'node:path'
import { err, ok, type Result } from '@/lib/base/result'
import type { Env } from '@/lib/env'
import { readCredentials, urlFor } from '@/lib/postgres/credentials'
import { readPidFile } from '@/lib/postgres/pid-file'

/** How the app itself reaches the database, and how the owner of its tables does. */
export type RunningUrls = { readonly appUrl: string; readonly ownerUrl: string }

/** The database that a running Fullscore uses, for a command beside it that starts and stops nothing. */
export function runningDatabase({
  databaseUrl,
  databaseMigrateUrl,
  dataFolder,
}: Env): Result<RunningUrls, string> {
  if (databaseUrl) return ok({ appUrl: databaseUrl, ownerUrl: databaseMigrateUrl ?? databaseUrl })
  const home = join(dataFolder, 'postgres')
  const credentials = readCredentials(home)
  const cluster = credentials?.cluster ?? 'cluster'
  const port = readPidFile(isAbsolute(cluster) ? cluster : join(home, cluster))?.port
  if (!credentials || port === undefined)
    return err(`No Fullscore is running on ${dataFolder}. Start it with npm start, and run this again.`)
  return ok({
    appUrl: urlFor(credentials, 'fullscore_app', port),
    ownerUrl: urlFor(credentials, 'fullscore_owner', port),
  })
}
