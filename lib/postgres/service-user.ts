import { spawnSync } from 'node:child_process'
import { err, ok, type Result } from '@/lib/base/result'

/** Whom Postgres runs as when we are root, which it refuses to run as; undefined: ourselves. */
export type ServiceUser = { readonly uid: number; readonly gid: number } | undefined

const name = 'postgres'

/** Finds the system user that Postgres packages use everywhere, or makes it. */
export function serviceUser(): Result<ServiceUser, string> {
  if (process.getuid?.() !== 0) return ok(undefined)
  const found = lookUp()
  if (found) return ok(found)
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  const made = lookUp()
  if (made) return ok(made)
  return err(
    `Postgres refuses to run as root, and the system user "${name}" could not be made: make it, or start as an ordinary user.`,
  )
}

function lookUp(): ServiceUser {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : undefined
  })
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

/** Whether that user can go into a folder, all its parents included. */
export function canEnter(user: ServiceUser, folder: string): boolean {
  if (!user) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}
