-- Where an agent stood at a moment is its first step since then, which is read for a thousand agents at once: with the
-- id in the index nothing is left to sort.

-- DropIndex
DROP INDEX "movements_workspace_id_agent_id_at_idx";

-- CreateIndex
CREATE INDEX "movements_workspace_id_agent_id_at_id_idx" ON "movements"("workspace_id", "agent_id", "at", "id");
