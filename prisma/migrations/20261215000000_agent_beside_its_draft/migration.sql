-- DropIndex
DROP INDEX "comparison_agents_comparison_id_agent_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "comparison_agents_comparison_id_agent_id_as_draft_key" ON "comparison_agents"("comparison_id", "agent_id", "as_draft");
