import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { err, ok, type Result } from '@/lib/base/result'
import {
  type Credentials,
  databaseName,
  newPasswords,
  readCredentials,
  writeCredentials,
} from '@/lib/postgres/credentials'
import { isRunning } from '@/lib/postgres/process-state'
import { type Programs, run } from '@/lib/postgres/run'
import { canEnter } from '@/lib/postgres/service-user'

/** One database cluster and what opens it. */
export type Cluster = {
  /** Postgres's own data directory. */
  readonly folder: string
  readonly credentials: Credentials
  /** Set when the user that runs Postgres cannot enter the data folder, so that the cluster lies in another place. */
  readonly elsewhere: boolean
}

/** Finds the cluster of a data folder, or makes it there at the first start. */
export async function ensureCluster(
  programs: Programs,
  dataFolder: string,
  elsewhere: string,
): Promise<Result<Cluster, string>> {
  // Root's Postgres runs as another user, who has to pass through; what is secret has a mode of its own.
  mkdirSync(dataFolder, { recursive: true, mode: programs.user ? 0o711 : 0o700 })
  removeAbandoned(dataFolder)
  const home = join(dataFolder, 'postgres')
  if (!existsSync(home)) {
    const made = await make(programs, dataFolder, home, elsewhere)
    if (!made.ok) return made
  }
  return open(programs, home)
}

function open({ binaries }: Programs, home: string): Result<Cluster, string> {
  const credentials = readCredentials(home)
  if (!credentials) {
    return err(
      `${home} exists and is not a database of Fullscore: move it away, or set FULLSCORE_DATA to another folder.`,
    )
  }
  const elsewhere = isAbsolute(credentials.cluster)
  const folder = elsewhere ? credentials.cluster : join(home, credentials.cluster)
  const version = join(folder, 'PG_VERSION')
  if (!existsSync(version)) {
    return err(
      `The database of ${home} should be in ${folder}, and is not: put it back, or restore a backup.`,
    )
  }
  const major = Number(readFileSync(version, 'utf8'))
  if (major !== binaries.major) {
    return err(
      `${folder} was made by Postgres ${major}, and this version of Fullscore brings Postgres ${binaries.major}: restore a backup into a new FULLSCORE_DATA.`,
    )
  }
  return ok({ folder, credentials, elsewhere })
}

/**
 * Everything is made under another name and moved into place by one rename: after a crash in the middle there is no
 * half database, and of two first starts at the same time one wins and the other uses the winner's.
 */
async function make(
  programs: Programs,
  dataFolder: string,
  home: string,
  elsewhere: string,
): Promise<Result<undefined, string>> {
  const random = randomBytes(4).toString('hex')
  const making = `${home}.new-${process.pid}-${random}`
  mkdirSync(making, { mode: programs.user ? 0o711 : 0o700 })
  const near = canEnter(programs.user, making)
  const folder = near
    ? join(making, 'cluster')
    : join(elsewhere, `${shortHash(dataFolder)}-${random}`, 'cluster')
  const discard = () => {
    rmSync(making, { recursive: true, force: true })
    if (!near) rmSync(dirname(folder), { recursive: true, force: true })
  }
  const passwords = newPasswords()
  const failure =
    (await initialise(programs, folder, passwords.postgres)) ?? (await fill(programs, folder, passwords))
  if (failure) {
    discard()
    return err(`The database could not be made in ${home}: ${failure}`)
  }
  const systemIdentifier = readIdentifier(folder)
  writeCredentials(making, { systemIdentifier, cluster: near ? 'cluster' : folder, passwords })
  try {
    renameSync(making, home)
  } catch (error) {
    discard()
    if (!existsSync(home)) throw error
  }
  return ok(undefined)
}

async function initialise(programs: Programs, folder: string, password: string): Promise<string | undefined> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 })
  mkdirSync(folder, { mode: 0o700 })
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (programs.user) {
    for (const path of [folder, passwordFile]) chownSync(path, programs.user.uid, programs.user.gid)
  }
  const outcome = await run(programs, 'initdb', [
    `--pgdata=${folder}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
  ])
  rmSync(passwordFile)
  return outcome.ok ? undefined : outcome.output
}

/** Roles and database, made in single-user mode: no port is open before the passwords hold. */
async function fill(
  programs: Programs,
  folder: string,
  passwords: Credentials['passwords'],
): Promise<string | undefined> {
  const role = (name: 'fullscore_owner' | 'fullscore_app') =>
    `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '${passwords[name]}';`
  const statements = [
    role('fullscore_owner'),
    role('fullscore_app'),
    `CREATE DATABASE ${databaseName} OWNER fullscore_owner;`,
    `REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE ${databaseName} TO fullscore_app;`,
    'REVOKE ALL ON DATABASE postgres FROM PUBLIC;',
    'REVOKE ALL ON DATABASE template1 FROM PUBLIC;',
  ]
  const outcome = await run(
    programs,
    'postgres',
    ['--single', '-D', folder, '-c', 'exit_on_error=on', 'postgres'],
    `${statements.join('\n')}\n`,
  )
  return outcome.ok ? undefined : outcome.output
}

/** The first eight bytes of the control file, in the byte order of every machine Postgres is shipped for here. */
const readIdentifier = (folder: string): string =>
  readFileSync(join(folder, 'global', 'pg_control'))
    .readBigUInt64LE(0)
    .toString()

/** Removes what a start that was killed in the middle of making a database has left. */
function removeAbandoned(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isRunning(Number(maker))) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
