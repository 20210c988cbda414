import { PrismaPg } from '@prisma/adapter-pg'
import { type RequestContext, requestContext } from '@/lib/registry'

/**
 * Notes on the request that causes them how many statements it sends, and how long it waits for their answers, from
 * asking the pool; what it asks at the same moment is waited for at the same moment. Around the adapter, not in the driver: who waits for the pool goes on in the context of whoever
 * gives a connection back.
 */
export class MeasuredPg extends PrismaPg {
  override async connect() {
    const adapter = measured(await super.connect())
    const begin = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => measured(await noted(() => begin(level)))
    return adapter
  }
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

function measured<T extends Pick<Adapter, 'queryRaw' | 'executeRaw'>>(queryable: T): T {
  const query = queryable.queryRaw.bind(queryable)
  const execute = queryable.executeRaw.bind(queryable)
  queryable.queryRaw = (statement) => noted(() => query(statement))
  queryable.executeRaw = (statement) => noted(() => execute(statement))
  return queryable
}

/** What each request waits for now, and since when: two statements side by side are one wait. */
const waits = new WeakMap<RequestContext, { statements: number; since: number }>()

async function noted<T>(send: () => Promise<T>): Promise<T> {
  const context = requestContext()
  if (!context) return send()
  const waiting = waits.get(context) ?? { statements: 0, since: 0 }
  waits.set(context, waiting)
  if (waiting.statements === 0) waiting.since = performance.now()
  waiting.statements += 1
  try {
    return await send()
  } finally {
    waiting.statements -= 1
    context.queries = (context.queries ?? 0) + 1
    if (waiting.statements === 0)
      context.databaseMs = (context.databaseMs ?? 0) + performance.now() - waiting.since
  }
}
