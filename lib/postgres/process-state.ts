import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { errorCode } from '@/lib/postgres/error-code'

/** What a process id from an old pid file is now: the server of that cluster, a dead one nobody reaped, or a stranger. */
export type ProcessState = 'server' | 'zombie' | 'other' | 'gone'

export function processState(pid: number, cluster: string): ProcessState {
  if (!isRunning(pid)) return 'gone'
  if (existsSync('/proc/self/status')) return stateFromProc(pid, cluster)
  if (process.platform === 'win32') return 'server'
  const { status, stdout } = spawnSync('ps', ['-o', 'state=', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  if (status !== 0) return 'gone'
  if (stdout.trimStart().startsWith('Z')) return 'zombie'
  return stdout.includes(cluster) ? 'server' : 'other'
}

function stateFromProc(pid: number, cluster: string): ProcessState {
  try {
    if (/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return 'zombie'
    // A postmaster works inside its data directory, under whatever name that has by now.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? 'server' : 'other'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return isRunning(pid) ? 'zombie' : 'gone'
    // Another user's process shows its command line only.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster) ? 'server' : 'other'
  }
}

/** Whether a process has this id now, whosever it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
