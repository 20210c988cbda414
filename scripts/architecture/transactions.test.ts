import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('transactions are begun in one place, which tries again what another transaction stood in the way of', () => {
  const files = ['app', 'lib', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/generated|\.test\.|testing/.test(file))
      .map((file) => `${folder}/${file}`),
  )
  expect(files.length).toBeGreaterThan(100)
  // The demo library is loaded once, at a start, with limits of its own.
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('$transaction(')).sort()).toEqual([
    'lib/db/transact.ts',
    'lib/demo/load.ts',
  ])
})
