-- What Prisma's schema language cannot say.

-- The order of the scores once more, with all that a filter may ask for and that is short: what stands at its far end is found
-- without reading the rows before it (lib/agents/lists/list.ts). The narrow one stays for whatever needs the scores alone,
-- which reads a third as much of it.
CREATE INDEX "agent_cards_told_by_scores_idx" ON "agent_cards" ("workspace_id", "formula_rank", (-"score_key"), "agent_id")
  INCLUDE ("kind", "visibility", "draft_state", "number", "published_at", "formula", "score_key", "base_tenths",
    "threat_hundredths", "mitigation_hundredths", "ratings", "uncertain_layers", "updated_at");
