import { expect, test } from 'vitest'
import { saveSchema } from '@/lib/editor/protocol'

test('a version that no draft can have is refused before the database is asked for it', () => {
  const document = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }
  const read = (version: number) =>
    saveSchema.safeParse({ account: crypto.randomUUID(), version, document }).success
  expect([0, 1, 2_147_483_647, 2_147_483_648, 1.5].map(read)).toEqual([false, true, true, false, false])
})
