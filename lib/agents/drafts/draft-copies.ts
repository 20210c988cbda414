import type { Queryable } from '@/lib/db/client'

/** Of the drafts that were replaced, an agent keeps so many. */
export const COPIES_KEPT = 20

type StoredVersion = { readonly workspaceId: string; readonly agentId: string; readonly version: number }

/**
 * Puts the draft at this version aside before something takes its place as a whole. A text that can still be read in a
 * revision needs no copy; one that was put aside before moves to the front. The caller holds the agent's row, and
 * replaces the draft only if it is still at this version.
 */
export async function keepDraftCopy(
  tx: Queryable,
  { workspaceId, agentId, version }: StoredVersion,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM draft_copies c USING drafts d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.agent_id = ${agentId}::uuid
      AND c.workspace_id = d.workspace_id AND c.agent_id = d.agent_id AND c.document = d.document`
  await tx.$executeRaw`
    INSERT INTO draft_copies (id, workspace_id, agent_id, document, version, saved_at, saved_by)
    SELECT gen_random_uuid(), d.workspace_id, d.agent_id, d.document, d.version, d.updated_at, d.updated_by
    FROM drafts d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.agent_id = ${agentId}::uuid AND d.version = ${version}
      AND NOT EXISTS (
        SELECT 1 FROM revisions r
        WHERE r.workspace_id = d.workspace_id AND r.agent_id = d.agent_id AND r.withdrawn_at IS NULL
          AND r.document = d.document)`
  await tx.$executeRaw`
    DELETE FROM draft_copies
    WHERE workspace_id = ${workspaceId}::uuid AND agent_id = ${agentId}::uuid
      AND version NOT IN (
        SELECT version FROM draft_copies
        WHERE workspace_id = ${workspaceId}::uuid AND agent_id = ${agentId}::uuid
        ORDER BY version DESC LIMIT ${COPIES_KEPT})`
}
