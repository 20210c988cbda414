-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_base_tenths_idx" ON "agent_cards"("workspace_id", "base_tenths");

-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_threat_hundredths_idx" ON "agent_cards"("workspace_id", "threat_hundredths");

-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_mitigation_hundredths_idx" ON "agent_cards"("workspace_id", "mitigation_hundredths");

-- CreateIndex
CREATE INDEX "listings_base_tenths_idx" ON "listings"("base_tenths");

-- CreateIndex
CREATE INDEX "listings_threat_hundredths_idx" ON "listings"("threat_hundredths");

-- CreateIndex
CREATE INDEX "listings_mitigation_hundredths_idx" ON "listings"("mitigation_hundredths");
