-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_number_idx" ON "agent_cards"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "listings_number_idx" ON "listings"("number");
