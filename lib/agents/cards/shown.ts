import { renewCard } from '@/lib/agents/cards/card'
import { renewListing } from '@/lib/agents/cards/listing'
import type { MovementCause } from '@/lib/agents/cards/movement'
import type { AgentId } from '@/lib/agents/lock'
import type { Queryable } from '@/lib/db/client'

/**
 * Writes anew what is shown of an agent that its caller has locked, and tells the number that is listed. Both are
 * counted while they are written, by everybody in this order: first the library and then the workspace, so that two wait
 * for each other and not in a circle.
 */
export async function renewShown(
  tx: Queryable,
  id: AgentId,
  { isListed, cause }: { readonly isListed: boolean; readonly cause?: MovementCause },
): Promise<number | undefined> {
  const number = isListed ? await renewListing(tx, id) : undefined
  await renewCard(tx, id, cause)
  return number
}
