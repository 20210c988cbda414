import { Prisma } from '@/lib/db/client'

/** Which agents of the workspace are meant. */
export type Selection = { readonly kind: 'ticked'; readonly agentIds: readonly string[] }

/** As a condition on cards called `c`. */
export const selected = ({ agentIds }: Selection): Prisma.Sql =>
  Prisma.sql`c.agent_id = ANY(${[...agentIds]}::uuid[])`
