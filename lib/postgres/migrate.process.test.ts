import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from './migrate'
import {
  hasOldestPostgres,
  oldestPostgres,
  query,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from './test-server'

const real = 'prisma/migrations'
const servers = hasOldestPostgres ? (['embedded', 'oldest'] as const) : (['embedded'] as const)
if (!hasOldestPostgres) {
  process.stdout.write(
    `NOTICE: ${oldestPostgres} does not exist, so the migrations were tested on the embedded Postgres only.\n`,
  )
}

describe.each(servers)('on the %s Postgres', (which) => {
  let server: TestServer
  let database: TestDatabase
  let folder: string

  beforeAll(async () => {
    server = await startTestServer(which)
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    database = await server.createDatabase()
    folder = mkdtempSync(join(tmpdir(), 'fullscore-migrations-'))
    return () => rmSync(folder, { recursive: true })
  })

  const run = (options: { lockWaitMs?: number; appUrl?: string } = {}) =>
    migrate({ url: database.ownerUrl, appUrl: database.appUrl, folder, ...options })
  const write = (name: string, sql: string) => {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
  const tables = async () =>
    (
      await query(database.ownerUrl, `select tablename from pg_tables where schemaname = 'public' order by 1`)
    ).map((row) => row['tablename'])
  const prisma = (...args: string[]) =>
    spawnSync(process.execPath, ['node_modules/prisma/build/index.js', ...args], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        DATABASE_MIGRATE_URL: database.ownerUrl,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    })

  test('all migrations are applied once, and prisma agrees', async () => {
    cpSync(real, folder, { recursive: true })
    const first = await run()
    expect(first).toMatchObject({ ok: true })
    expect(first.ok && first.value.applied.length).toBeGreaterThan(0)
    expect(await run()).toEqual({ ok: true, value: { applied: [], appRoleIsLimited: true } })
    const status = prisma('migrate', 'status')
    expect(`${status.stdout}${status.stderr}`).toContain('Database schema is up to date')
    expect(status.status).toBe(0)
  })

  test('the records are those that prisma writes, and it has nothing left to deploy', async () => {
    const columns = `select migration_name, checksum, logs, rolled_back_at, applied_steps_count,
      finished_at >= started_at as in_order from _prisma_migrations order by 1`
    cpSync(real, folder, { recursive: true })
    await run()
    const ours = await query(database.ownerUrl, columns)
    expect(prisma('migrate', 'deploy').stdout).toContain('No pending migrations')
    database = await server.createDatabase()
    expect(prisma('migrate', 'deploy').status).toBe(0)
    expect(await query(database.ownerUrl, columns)).toEqual(ours)
    expect(await run()).toMatchObject({ ok: true, value: { applied: [] } })
  })

  test('a migration that arrives later is applied alone', async () => {
    write('1_first', 'create table first (id int)')
    await run()
    write('2_second', 'create table second (id int)')
    expect(await run()).toMatchObject({ value: { applied: ['2_second'] } })
    expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second'])
  })

  test('an edited migration is refused by its file name', async () => {
    write('1_first', 'create table first (id int)')
    await run()
    appendFileSync(join(folder, '1_first', 'migration.sql'), ' -- edited')
    const result = await run()
    expect(result).toMatchObject({
      ok: false,
      error: expect.stringContaining(join(folder, '1_first', 'migration.sql')),
    })
    expect(result).toMatchObject({ error: expect.stringContaining('edited') })
  })

  test('a failing migration leaves the state before it and says which and why', async () => {
    write('1_first', 'create table first (id int)')
    write(
      '2_broken',
      'create table half (id int);\ninsert into half values (1);\ninsert into nowhere values (1);',
    )
    const result = await run()
    expect(result).toMatchObject({ ok: false })
    expect(!result.ok && result.error).toMatch(
      /2_broken failed .* at line 3: relation "nowhere" does not exist/,
    )
    expect(await tables()).toEqual(['_prisma_migrations', 'first'])
    write('2_broken', 'create table whole (id int)')
    expect(await run()).toMatchObject({ value: { applied: ['2_broken'] } })
  })

  test('a migration that ends its own transaction is refused before it runs, a function body is not', async () => {
    write(
      '1_function',
      'create function one() returns int language plpgsql as $$\nBEGIN\n  RETURN 1;\nEND;\n$$;',
    )
    write('2_commit', 'create table half (id int);\ncommit;\ninsert into nowhere values (1);')
    expect(await run()).toMatchObject({ ok: false, error: expect.stringContaining('2_commit') })
    expect(await tables()).toEqual(['_prisma_migrations'])
  })

  test('a database that is newer than the code is refused by the names that lack', async () => {
    write('1_first', 'create table first (id int)')
    write('2_second', 'create table second (id int)')
    await run()
    rmSync(join(folder, '2_second'), { recursive: true })
    expect(await run()).toMatchObject({
      ok: false,
      error: expect.stringMatching(/newer than this code.*2_second/),
    })
  })

  test('a database that holds something else is left alone', async () => {
    await query(database.ownerUrl, 'create table invoices (id int)')
    write('1_first', 'create table first (id int)')
    expect(await run()).toMatchObject({ ok: false, error: expect.stringContaining('invoices') })
    expect(await tables()).toEqual(['invoices'])
  })

  test('of five parallel starters one applies and none fails', async () => {
    cpSync(real, folder, { recursive: true })
    const results = await Promise.all(Array.from({ length: 5 }, () => run()))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(results.filter((result) => result.ok && result.value.applied.length > 0)).toHaveLength(1)
  })

  test('the wait for another migration ends, and says what it waited for', async () => {
    const other = new pg.Client({ connectionString: database.ownerUrl })
    await other.connect()
    await other.query('select pg_advisory_lock(72707369)')
    write('1_first', 'create table first (id int)')
    expect(await run({ lockWaitMs: 100 })).toMatchObject({
      ok: false,
      error: expect.stringContaining('72707369'),
    })
    await other.end()
  })

  test('the app role reads and writes rows, and neither alters tables nor climbs', async () => {
    write(
      '1_first',
      `create table things (id serial primary key, name text); create table events (id int);
      comment on table events is 'append-only: history'`,
    )
    await run()
    await query(database.appUrl, `insert into things (name) values ('a')`)
    await query(database.appUrl, `update things set name = 'b'`)
    await query(database.appUrl, 'insert into events values (1)')
    const refused = [
      'create table mine (id int)',
      'alter table things add column more int',
      'drop table things',
      'truncate things',
      'update events set id = 2',
      'delete from events',
      'select * from _prisma_migrations',
      'alter role fullscore_app superuser',
      'set role fullscore_owner',
      'set role postgres',
      'create role another',
      'create database another',
      `copy things to program 'id'`,
      `select pg_read_file('PG_VERSION')`,
      'grant fullscore_owner to fullscore_app',
    ]
    for (const statement of refused)
      await expect(query(database.appUrl, statement), statement).rejects.toThrow(/denied|must |permission/)
    expect(await query(database.appUrl, 'select name from things')).toEqual([{ name: 'b' }])
  })

  test('with one role for both, the result says that rights do not limit the app', async () => {
    write('1_first', 'create table first (id int)')
    expect(await run({ appUrl: database.ownerUrl })).toMatchObject({ value: { appRoleIsLimited: false } })
  })

  test.each([
    [
      'a wrong password',
      (url: URL) => Object.assign(url, { password: 'hunter2' }),
      /refused the password of the role "fullscore_owner"/,
    ],
    [
      'an unknown database',
      (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
      /has no database "nowhere"/,
    ],
    [
      'a closed port',
      (url: URL) => Object.assign(url, { port: '1' }),
      /no Postgres listens at 127.0.0.1:1\./,
    ],
    [
      'an unknown host',
      (url: URL) => Object.assign(url, { hostname: 'nowhere.invalid' }),
      /host nowhere.invalid is not known/,
    ],
  ])('%s is one sentence without the password', async (_, change, sentence) => {
    const url = change(new URL(database.ownerUrl))
    const result = await migrate({ url: url.href, appUrl: url.href, folder })
    expect(!result.ok && result.error).toMatch(sentence)
    expect(!result.ok && result.error).toMatch(/^DATABASE_URL does not work: /)
    expect(!result.ok && result.error).not.toContain(url.password)
  })
})
