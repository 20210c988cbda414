import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@/lib/base/result'
import type { Cluster } from '@/lib/postgres/cluster'
import { freePort } from '@/lib/postgres/free-port'
import { identify } from '@/lib/postgres/identify'
import { disownPidFile, readPidFile } from '@/lib/postgres/pid-file'
import { processState } from '@/lib/postgres/process-state'
import { type Programs, run } from '@/lib/postgres/run'

export type Running = { readonly port: number; readonly adopted: boolean }

/**
 * Makes sure that this cluster's server runs, and says on which port. One that already runs is adopted if it proves
 * to be ours; `wantedPort` matters only for a server that has to be started.
 */
export async function ensureRunning(
  programs: Programs,
  cluster: Cluster,
  wantedPort?: number,
): Promise<Result<Running, string>> {
  const begun = Date.now()
  for (;;) {
    const running = await adopt(cluster)
    if (running) return running
    if (!readLiveServer(cluster)) {
      const port = wantedPort ?? (await freePort())
      if (await start(programs, cluster, port)) {
        const started = await adopt(cluster)
        if (started?.ok) return ok({ port: started.value.port, adopted: false })
      }
    }
    // A server that lives is given time to recover after a crash; one that does not start says why soon.
    if (Date.now() - begun > (readLiveServer(cluster) ? 120_000 : 15_000)) {
      return err(
        `The embedded Postgres did not start: ${lastWords(cluster)} The whole log is ${logFile(cluster)}.`,
      )
    }
    await pause(100)
  }
}

/** Undefined: there is none, or none that answers yet. */
async function adopt(cluster: Cluster): Promise<Result<Running, string> | undefined> {
  const live = readLiveServer(cluster)
  if (!live?.port || !live.ready) return undefined
  const identity = await identify(cluster, live.port)
  if (identity === 'ours') return ok({ port: live.port, adopted: true })
  if (identity === 'silent') return undefined
  return err(
    `Process ${live.pid} works in ${cluster.folder} and is not the database that was made there (was the folder copied or moved?): stop that process and start again.`,
  )
}

function readLiveServer({ folder }: Cluster): ReturnType<typeof readPidFile> {
  const file = readPidFile(folder)
  if (!file) return undefined
  const state = processState(file.pid, folder)
  if (state === 'server') return file
  if (state !== 'gone') disownPidFile(folder)
  return undefined
}

async function start(programs: Programs, cluster: Cluster, port: number): Promise<boolean> {
  keepLogShort(cluster)
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // What a statement was refused for names the data of people; the app's own log says it without them.
    'log_min_messages=log',
    // The indexes of a hundred thousand agents fit into it.
    'shared_buffers=256MB',
    // No statement takes long enough for compiling it to pay.
    'jit=off',
  ]
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ')
  const { folder } = cluster
  const outcome = await run(programs, 'pg_ctl', [
    'start',
    '-w',
    '-t',
    '30',
    '-D',
    folder,
    '-l',
    logFile(cluster),
    '-o',
    options,
  ])
  return outcome.ok
}

/** The clean end: open transactions are rolled back, everything is written, the next start has nothing to recover. */
export async function stopServer(programs: Programs, cluster: Cluster): Promise<boolean> {
  return (await run(programs, 'pg_ctl', ['stop', '-w', '-t', '10', '-m', 'fast', '-D', cluster.folder])).ok
}

export const logFile = (cluster: Cluster): string => join(cluster.folder, 'server.log')

function keepLogShort(cluster: Cluster): void {
  const file = logFile(cluster)
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.old`)
}

/** The last complaint in the server's log. */
function lastWords(cluster: Cluster): string {
  const file = logFile(cluster)
  if (!existsSync(file)) return 'it wrote no log.'
  const handle = openSync(file, 'r')
  const tail = Buffer.alloc(4_096)
  const size = readSync(handle, tail, 0, tail.length, Math.max(0, statSync(file).size - tail.length))
  closeSync(handle)
  const lines = tail.subarray(0, size).toString().trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? ''
}
