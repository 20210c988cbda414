-- What Prisma's schema language cannot say.

-- The cards by their last save, with all that a filter may ask for and that is short: many are looked over without reading a
-- row (lib/agents/lists/list.ts).
DROP INDEX "agent_cards_workspace_id_updated_at_agent_id_idx";
CREATE INDEX "agent_cards_workspace_id_updated_at_agent_id_idx" ON "agent_cards" ("workspace_id", "updated_at", "agent_id")
  INCLUDE ("kind", "visibility", "draft_state", "number", "published_at", "formula", "score_key", "base_tenths",
    "threat_hundredths", "mitigation_hundredths", "ratings", "uncertain_layers");

-- Where an agent stood at a moment is read for a thousand agents at once (lib/dashboard/net-change.ts).
DROP INDEX "movements_workspace_id_agent_id_at_id_idx";
CREATE INDEX "movements_workspace_id_agent_id_at_id_idx" ON "movements" ("workspace_id", "agent_id", "at", "id")
  INCLUDE ("before_formula", "before_tenths", "before_severity");
