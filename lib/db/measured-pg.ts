import { PrismaPg } from '@prisma/adapter-pg'
import { requestContext } from '@/lib/registry'

/**
 * Notes on the request that causes them how many statements it sends, and how long it waits for their answers, from
 * asking the pool. Around the adapter, not in the driver: who waits for the pool goes on in the context of whoever
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

async function noted<T>(send: () => Promise<T>): Promise<T> {
  const context = requestContext()
  if (!context) return send()
  const begun = performance.now()
  try {
    return await send()
  } finally {
    context.queries = (context.queries ?? 0) + 1
    context.databaseMs = (context.databaseMs ?? 0) + performance.now() - begun
  }
}
