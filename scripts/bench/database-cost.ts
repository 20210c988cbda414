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

/** The same of very many, in one pass over what was printed. */
export async function readCosts(
  app: StartedApp,
  requestIds: readonly string[],
): Promise<readonly DatabaseCost[]> {
  for (const requestId of requestIds.slice(-AT_ONCE)) await readCost(app, requestId)
  const lines = app.output().matchAll(/^\{.*"requestId":"([^"]+)".*"msg":"request"\}$/gm)
  const byId = new Map([...lines].map(([line, requestId]) => [requestId, line]))
  return requestIds.map((requestId) => lineSchema.parse(JSON.parse(byId.get(requestId) ?? '')))
}

/** No more requests than these are ever under way together, so that all before them are logged. */
const AT_ONCE = 20
