import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { err, ok } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { barrier } from '@/lib/db/testing/barrier'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { transact } from '@/lib/db/transact'

describe.each(SERVERS)('a transaction, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let ids: readonly [string, string]
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const create = async (slug: string) =>
      (await opened.db.workspace.create({ data: { slug, publicName: slug } })).id
    ids = [await create('one'), await create('two')]
  })
  afterAll(() => opened?.close())

  const rename = (tx: Queryable, id: string, publicName: string) =>
    tx.workspace.update({ where: { id }, data: { publicName } })
  const nameOf = async (id: string) =>
    (await opened.db.workspace.findUniqueOrThrow({ where: { id } })).publicName

  test('a refusal takes back what was written before it', async () => {
    const outcome = await transact<undefined, 'no'>(async (tx) => {
      await rename(tx, ids[0], 'taken back')
      return err('no')
    })
    expect(outcome).toEqual({ ok: false, error: 'no' })
    expect(await nameOf(ids[0])).toBe('one')
  })

  test('of two that lock each other out both get through', async () => {
    const [one, two] = ids
    const met = barrier(2)
    let runs = 0
    const both = (first: string, second: string, name: string) =>
      transact(async (tx) => {
        runs += 1
        await rename(tx, first, name)
        await met()
        await rename(tx, second, name)
        return ok(name)
      })
    expect(await Promise.all([both(one, two, 'a'), both(two, one, 'b')])).toEqual([ok('a'), ok('b')])
    expect(runs).toBe(3)
    expect(await nameOf(one)).toBe(await nameOf(two))
  })

  test('of two that read what the other writes both get through, one after the other', async () => {
    const met = barrier(2)
    const [id] = ids
    await rename(opened.db, id, '-')
    const append = (letter: string) =>
      transact(async (tx) => {
        await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`
        const { publicName } = await tx.workspace.findUniqueOrThrow({ where: { id } })
        await met()
        await rename(tx, id, publicName + letter)
        return ok(letter)
      })
    await Promise.all([append('a'), append('b')])
    expect([...(await nameOf(id))].sort()).toEqual(['-', 'a', 'b'])
  })

  test.each(['40001', '40P01'])('three retries after %s and no more', async (code) => {
    let runs = 0
    const call = transact(async (tx) => {
      runs += 1
      await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`)
      return ok(undefined)
    })
    await expect(call).rejects.toThrow()
    expect(runs).toBe(4)
  })

  test('any other failure is not tried again', async () => {
    let runs = 0
    const call = transact(async (tx) => {
      runs += 1
      await tx.workspace.create({ data: { id: ids[0], slug: 'twice', publicName: '' } })
      return ok(undefined)
    })
    await expect(call).rejects.toThrow()
    expect(runs).toBe(1)
  })
})
