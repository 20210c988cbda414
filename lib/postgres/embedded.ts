import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@/lib/base/result'
import { embeddedBinaries } from '@/lib/postgres/binaries'
import { type Cluster, ensureCluster } from '@/lib/postgres/cluster'
import { urlFor } from '@/lib/postgres/credentials'
import { heldSentence, type Ownership, takeOwnership } from '@/lib/postgres/ownership'
import { ensureRunning, stopServer } from '@/lib/postgres/postmaster'
import type { Programs } from '@/lib/postgres/run'
import { serviceUser } from '@/lib/postgres/service-user'

/** A Postgres of our own, held by this process alone. */
export type EmbeddedDatabase = {
  readonly port: number
  /** Reads and writes rows, and may change no table. */
  readonly appUrl: string
  /** Owns the tables: for migrations. */
  readonly ownerUrl: string
  /** The superuser's, in the database `postgres`: for tests, which make databases of their own. */
  readonly adminUrl: string
  /** What a person should know about where it lies. */
  readonly notice: string | undefined
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  readonly dataFolder: string
  /** Where the app will listen: another start names it to its user. */
  readonly appPort: number
  /** For binaries and cluster when Postgres's user cannot enter the clone or the data folder. */
  readonly elsewhere?: string
  /** Told what happens to the database while the app runs. */
  readonly report?: (event: DatabaseEvent) => void
}

export type DatabaseEvent =
  | { readonly kind: 'lost' | 'recovered' }
  /** `taken`: this process may not go on, because another one holds the data folder now. `failed`: it is tried again. */
  | { readonly kind: 'taken' | 'failed'; readonly sentence: string }

/** Starts the database of a data folder, or adopts the one that a killed app has left running. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedDatabase, string>> {
  const elsewhere = options.elsewhere ?? '/var/lib/fullscore'
  const user = serviceUser()
  if (!user.ok) return user
  const binaries = embeddedBinaries(user.value, elsewhere)
  if (!binaries.ok) return binaries
  const programs = { binaries: binaries.value, user: user.value }
  const cluster = await ensureCluster(programs, options.dataFolder, elsewhere)
  if (!cluster.ok) return cluster
  const held = await hold(programs, cluster.value, options)
  if (!held.ok) return err(held.error.sentence)
  const { port } = held.value
  const { credentials, folder } = cluster.value
  return ok({
    port,
    appUrl: urlFor(credentials, 'fullscore_app', port),
    ownerUrl: urlFor(credentials, 'fullscore_owner', port),
    adminUrl: urlFor(credentials, 'postgres', port, 'postgres'),
    notice: cluster.value.elsewhere
      ? `The user that runs Postgres cannot enter ${options.dataFolder}, so the database lies in ${folder}.`
      : undefined,
    stop: guard(programs, cluster.value, options, held.value),
  })
}

type Held = { readonly port: number; readonly ownership: Ownership }
type NotHeld = { readonly kind: 'taken' | 'failed'; readonly sentence: string }

/** Running and ours alone. The server may end between the two steps, when its last holder is stopping: then again. */
async function hold(
  programs: Programs,
  cluster: Cluster,
  { dataFolder, appPort }: EmbeddedOptions,
  port?: number,
): Promise<Result<Held, NotHeld>> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const running = await ensureRunning(programs, cluster, port)
    if (!running.ok) return err({ kind: 'failed', sentence: running.error })
    try {
      const taken = await takeOwnership(
        urlFor(cluster.credentials, 'fullscore_owner', running.value.port),
        appPort,
      )
      if (!taken.ok) return err({ kind: 'taken', sentence: heldSentence(dataFolder, taken.error) })
      if (port === undefined || port === running.value.port) {
        return ok({ port: running.value.port, ownership: taken.value })
      }
      // A start that came and was killed in the meantime left it on a port that our connections do not know.
      await taken.value.release()
      await stopServer(programs, cluster)
    } catch (error) {
      if (Date.now() > deadline) {
        return err({
          kind: 'failed',
          sentence: `The embedded Postgres ended again and again: ${String(error)}`,
        })
      }
      await pause(100)
    }
  }
}

/** Brings the database back on the same port whenever it is lost, until the returned stop is called. */
function guard(
  programs: Programs,
  cluster: Cluster,
  options: EmbeddedOptions,
  first: Held,
): () => Promise<void> {
  let stopping = false
  let held = first
  const report = options.report ?? (() => undefined)
  const regain = async (): Promise<Held | undefined> => {
    for (let waitMs = 100; !stopping; waitMs = Math.min(waitMs * 2, 2_000)) {
      const next = await hold(programs, cluster, options, first.port)
      if (next.ok) return next.value
      report(next.error)
      if (next.error.kind === 'taken') return undefined
      await pause(waitMs)
    }
    return undefined
  }
  const watch = async (): Promise<void> => {
    for (;;) {
      await held.ownership.lost
      if (stopping) return
      report({ kind: 'lost' })
      const next = await regain()
      if (!next) return
      held = next
      if (stopping) return held.ownership.release()
      report({ kind: 'recovered' })
    }
  }
  const watching = watch()
  return async () => {
    stopping = true
    await held.ownership.release()
    // It may just be trying to bring back a database that does not come; nobody waits for that any more.
    await Promise.race([watching, pause(2_000, undefined, { ref: false })])
    await stopServer(programs, cluster)
  }
}
