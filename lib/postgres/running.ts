import { isAbsolute, join } from 'node:path'
import { err, ok, type Result } from '@/lib/base/result'
import type { Env } from '@/lib/env'
import { readCredentials, urlFor } from '@/lib/postgres/credentials'
import { readPidFile } from '@/lib/postgres/pid-file'

/** The database that a running Fullscore uses, for a command beside it that starts and stops nothing. */
export function runningDatabaseUrl({ databaseUrl, dataFolder }: Env): Result<string, string> {
  if (databaseUrl) return ok(databaseUrl)
  const home = join(dataFolder, 'postgres')
  const credentials = readCredentials(home)
  const cluster = credentials?.cluster ?? 'cluster'
  const port = readPidFile(isAbsolute(cluster) ? cluster : join(home, cluster))?.port
  if (!credentials || port === undefined)
    return err(`No Fullscore is running on ${dataFolder}. Start it with npm start, and run this again.`)
  return ok(urlFor(credentials, 'fullscore_app', port))
}
