import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma looks for a native schema engine that it would download; ours is the WebAssembly build behind the same protocol.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('./scripts/schema-engine.mjs', import.meta.url),
)

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_MIGRATE_URL'] || process.env['DATABASE_URL'] || '' },
})
