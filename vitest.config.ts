import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '.next/**', '.build/**']
const special = ['**/*.db.test.ts', '**/*.process.test.ts']

/** Fast and pure first; then what needs a Postgres; last what starts the whole application. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    passWithNoTests: false,
    // No promise is about time here, and a machine with other work must not break one.
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    // Much of the time a test waits for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...outside, ...special] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: outside,
          globalSetup: 'lib/db/testing/servers.ts',
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['**/*.process.test.ts'],
          exclude: outside,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
