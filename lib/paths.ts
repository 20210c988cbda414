import { join } from 'node:path'

/** The root of the clone. The bootstrap changes into it first, because a bundle no longer knows where its source lay. */
export const rootFolder = (): string => process.cwd()

export const migrationsFolder = (): string => join(rootFolder(), 'prisma', 'migrations')
