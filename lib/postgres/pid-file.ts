import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server writes about itself into `postmaster.pid`; one that was killed leaves it behind. */
export type PidFile = { readonly pid: number; readonly port: number | undefined; readonly ready: boolean }

const pathIn = (cluster: string): string => join(cluster, 'postmaster.pid')

export function readPidFile(cluster: string): PidFile | undefined {
  if (!existsSync(pathIn(cluster))) return undefined
  const lines = readFileSync(pathIn(cluster), 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const port = Number(lines[3])
  return { pid, port: port > 0 ? port : undefined, ready: lines[7]?.trim() === 'ready' }
}

/**
 * Makes Postgres see that the server of this file is dead, where its process id belongs to a zombie or to a stranger
 * by now. The file stays: Postgres also reads from it whether old workers still use the shared memory.
 */
export function disownPidFile(cluster: string): void {
  const lines = readFileSync(pathIn(cluster), 'utf8').split('\n')
  writeFileSync(pathIn(cluster), [String(neverAProcess), ...lines.slice(1)].join('\n'))
}

/** Above the highest process id of every system. */
const neverAProcess = 2_147_483_646
