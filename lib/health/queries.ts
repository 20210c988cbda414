import { database } from '@/lib/db/client'

/** Throws where the database cannot be asked. */
export async function pingDatabase(): Promise<void> {
  await database().$queryRaw`SELECT 1`
}
