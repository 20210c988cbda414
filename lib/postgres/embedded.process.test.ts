import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type DatabaseEvent, type EmbeddedDatabase, startEmbedded } from './embedded'
import { query } from './test-server'

let folder: string
let running: EmbeddedDatabase[]
let events: DatabaseEvent[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-embedded-'))
  // Made for us alone, and as root Postgres runs as another user.
  chmodSync(folder, 0o711)
  running = []
  events = []
})

afterEach(async () => {
  for (const database of running) await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

const data = () => join(folder, 'data')
const cluster = () => join(data(), 'postgres', 'cluster')
const postmaster = () => Number(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0])
const attempt = (dataFolder = data()) =>
  startEmbedded({
    dataFolder,
    appPort: 4321,
    elsewhere: join(folder, 'elsewhere'),
    report: (event) => events.push(event),
  })

async function start(dataFolder = data()): Promise<EmbeddedDatabase> {
  const result = await attempt(dataFolder)
  if (!result.ok) throw new Error(result.error)
  running.push(result.value)
  return result.value
}

async function stop(database: EmbeddedDatabase): Promise<void> {
  running = running.filter((one) => one !== database)
  await database.stop()
}

const write = (database: EmbeddedDatabase) =>
  query(database.ownerUrl, 'create table if not exists kept (id serial); insert into kept default values')
const count = async (database: EmbeddedDatabase) =>
  (await query(database.ownerUrl, 'select count(*)::int from kept'))[0]

test('it listens on loopback only, wants SCRAM, keeps its secrets to itself and writes durably', async () => {
  const database = await start()
  const settings = await query(
    database.adminUrl,
    `select current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as sockets,
            current_setting('fsync') as fsync, current_setting('password_encryption') as password,
            current_setting('server_encoding') as encoding`,
  )
  expect(settings).toEqual([
    { address: '127.0.0.1', sockets: '', fsync: 'on', password: 'scram-sha-256', encoding: 'UTF8' },
  ])
  const stored = await query(
    database.adminUrl,
    `select rolname, rolpassword, rolsuper from pg_authid where rolcanlogin`,
  )
  expect(stored.map((row) => row['rolname'])).toEqual(
    expect.arrayContaining(['postgres', 'fullscore_owner', 'fullscore_app']),
  )
  expect(stored.every((row) => String(row['rolpassword']).startsWith('SCRAM-SHA-256$'))).toBe(true)
  expect(stored.filter((row) => row['rolsuper'] === true)).toHaveLength(1)
  const rules = await query(database.adminUrl, `select distinct auth_method from pg_hba_file_rules`)
  expect(rules).toEqual([{ auth_method: 'scram-sha-256' }])
  expect(statSync(join(data(), 'postgres', 'credentials.json')).mode & 0o777).toBe(0o600)
  expect(statSync(cluster()).mode & 0o777).toBe(0o700)
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4')
  if (outside) {
    const url = database.appUrl.replace('127.0.0.1', outside.address)
    await expect(query(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  }
})

test('a second start says who holds the data folder, and leaves the database running', async () => {
  const database = await start()
  const second = await attempt()
  expect(!second.ok && second.error).toMatch(
    new RegExp(
      `^The data folder ${data()} is in use by process ${process.pid}, which serves http://localhost:4321 since 20`,
    ),
  )
  await write(database)
  expect(events).toEqual([])
})

test('rows survive a clean stop, and the next start has nothing to recover', async () => {
  const first = await start()
  await write(first)
  await stop(first)
  expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false)
  expect(await count(await start())).toEqual({ count: 1 })
  expect(readFileSync(join(cluster(), 'server.log'), 'utf8')).not.toContain('automatic recovery')
})

test('a killed postmaster comes back on its port within five seconds, with every acknowledged row', async () => {
  const database = await start()
  await write(database)
  process.kill(postmaster(), 'SIGKILL')
  await vi.waitFor(() => expect(events).toEqual([{ kind: 'lost' }, { kind: 'recovered' }]), {
    timeout: 5_000,
  })
  expect(await count(database)).toEqual({ count: 1 })
  expect((await attempt()).ok).toBe(false)
})

test('two first starts at the same time make one database', async () => {
  const results = await Promise.all([attempt(), attempt()])
  for (const result of results) if (result.ok) running.push(result.value)
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(readdirSync(data())).toEqual(['postgres'])
})

test('what a killed first start has left is removed, and what a living one makes is not', async () => {
  const gone = spawnSync(process.execPath, ['-e', '0']).pid
  mkdirSync(join(data(), `postgres.new-${gone}-0a`, 'cluster'), { recursive: true })
  mkdirSync(join(data(), `postgres.new-${process.ppid}-0b`))
  chmodSync(data(), 0o711)
  await start()
  expect(readdirSync(data()).sort()).toEqual(['postgres', `postgres.new-${process.ppid}-0b`])
})

test('a pid file whose number belongs to another process by now does not keep it from starting', async () => {
  const first = await start()
  await write(first)
  const lines = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n')
  await stop(first)
  writeFileSync(join(cluster(), 'postmaster.pid'), [String(process.ppid), ...lines.slice(1)].join('\n'))
  expect(await count(await start())).toEqual({ count: 1 })
})

test('a copied data folder does not take the original for its own', async () => {
  const original = await start()
  await write(original)
  await stop(original)
  cpSync(data(), join(folder, 'copy'), { recursive: true })
  const first = await start()
  // The copy believes that the server of the original is its own, by the pid file.
  cpSync(join(cluster(), 'postmaster.pid'), join(folder, 'copy', 'postgres', 'cluster', 'postmaster.pid'))
  if (process.getuid?.() === 0)
    spawnSync('chown', ['-R', 'postgres', join(folder, 'copy', 'postgres', 'cluster')])
  const copy = await start(join(folder, 'copy'))
  expect(copy.port).not.toBe(first.port)
  await write(copy)
  expect([await count(first), await count(copy)]).toEqual([{ count: 1 }, { count: 2 }])
})

test('the port of yesterday is free to be taken by others', async () => {
  const first = await start()
  const { port } = first
  await stop(first)
  const stranger = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1')
  try {
    expect((await start()).port).not.toBe(port)
  } finally {
    stranger.close()
  }
})

test('a folder that is not ours is named and left alone', async () => {
  mkdirSync(join(data(), 'postgres'), { recursive: true })
  writeFileSync(join(data(), 'postgres', 'mine'), 'x')
  const result = await attempt()
  expect(!result.ok && result.error).toMatch(/is not a database of Fullscore: move it away/)
  expect(readdirSync(join(data(), 'postgres'))).toEqual(['mine'])
})

// Only root starts Postgres as somebody else, who may find a door closed.
const asRoot = process.getuid?.() === 0 ? test : undefined
if (!asRoot)
  process.stdout.write('NOTICE: not root, so a data folder that Postgres cannot enter was not tested.\n')
asRoot?.('as root below a closed folder the cluster lies elsewhere, and the start says so', async () => {
  const closed = join(folder, 'home', 'data')
  mkdirSync(closed, { recursive: true })
  mkdirSync(join(folder, 'elsewhere'), { mode: 0o755 })
  chmodSync(join(folder, 'home'), 0o700)
  const first = await start(closed)
  expect(first.notice).toContain(join(folder, 'elsewhere'))
  await write(first)
  await stop(first)
  const second = await start(closed)
  expect(await count(second)).toEqual({ count: 1 })
  expect(statSync(join(closed, 'postgres', 'credentials.json')).mode & 0o777).toBe(0o600)
})
