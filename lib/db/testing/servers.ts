import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/postgres/migrate'
import { hasOldestPostgres, query, startTestServer, type TestDatabase } from '@/lib/postgres/test-server'

/** What a database test runs on: always our own Postgres, and the oldest one we support where it is installed. */
export type Which = 'embedded' | 'oldest'

/** How a test comes by a database of its own: a copy of one that was migrated once. */
export type Servers = Readonly<
  Partial<Record<Which, { readonly adminUrl: string; readonly template: TestDatabase }>>
>

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  export interface ProvidedContext {
    servers: Servers
  }
}

/** Starts each Postgres once for all files of tests, which takes longer than most of them run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasOldestPostgres)
    process.stdout.write('Postgres 15 is not installed here, so this runs on the embedded one alone.\n')
  const names: readonly Which[] = hasOldestPostgres ? ['embedded', 'oldest'] : ['embedded']
  const started = await Promise.all(
    names.map(async (which) => [which, await startTestServer(which)] as const),
  )
  const provided = started.map(async ([which, server]) => {
    const template = await server.createDatabase()
    const migrated = await migrate({ url: template.ownerUrl, appUrl: template.appUrl })
    if (!migrated.ok) throw new Error(migrated.error)
    return [which, { adminUrl: server.adminUrl, template }] as const
  })
  project.provide('servers', Object.fromEntries(await Promise.all(provided)))
  return async () => {
    for (const [, server] of started) await server.stop()
  }
}

/** A database that says what the template says, for one file of tests. */
export async function copyDatabase(servers: Servers, which: Which): Promise<TestDatabase> {
  const server = servers[which]
  if (!server) throw new Error(`no ${which} Postgres was started`)
  const { adminUrl, template } = server
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await query(adminUrl, `create database ${name} template ${template.name} owner fullscore_owner`)
  const renamed = (url: string) => url.replace(/[^/]+$/, name)
  return { name, ownerUrl: renamed(template.ownerUrl), appUrl: renamed(template.appUrl) }
}
