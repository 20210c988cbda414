import { z } from 'zod'
import type { StartedApp } from '@/scripts/test-start'

const lineSchema = z.object({ queries: z.number(), dbMs: z.number() })

/** What a request cost in the database: how many statements, and how long it waited for all of them together. */
export type DatabaseCost = z.infer<typeof lineSchema>

/** From the line that the app logs once the response is over: a page is sent while its last statements still run. */
export async function readCost(app: StartedApp, requestId: string): Promise<DatabaseCost> {
  const line = new RegExp(`^\\{.*"requestId":"${requestId}".*"msg":"request"\\}$`, 'm')
  await app.printed(line)
  return lineSchema.parse(JSON.parse(line.exec(app.output())?.[0] ?? ''))
}
