-- When the agent's step before was. Of most steps since a moment this says that there was none between, so where the agent
-- stood then is what its step says that it came from, and no other row is read (lib/dashboard/net-change.ts).

-- AlterTable
ALTER TABLE "movements" ADD COLUMN "previous_at" TIMESTAMPTZ(3);

UPDATE "movements" m SET "previous_at" = s."previous_at" FROM (
  SELECT "id", lag("at") OVER (PARTITION BY "workspace_id", "agent_id" ORDER BY "at", "id") AS "previous_at" FROM "movements"
) s WHERE s."id" = m."id" AND s."previous_at" IS NOT NULL;

-- DropIndex
DROP INDEX "movements_workspace_id_agent_id_at_id_idx";

-- CreateIndex
CREATE INDEX "movements_workspace_id_agent_id_at_id_idx" ON "movements"("workspace_id", "agent_id", "at", "id");


-- What Prisma's schema language cannot say.

DROP INDEX "movements_score_changes_idx";
CREATE INDEX "movements_score_changes_idx" ON "movements" ("workspace_id", "at", "id")
  INCLUDE ("agent_id", "previous_at", "before_formula", "before_tenths", "before_severity", "after_formula", "after_tenths",
    "after_severity")
  WHERE ("before_formula", "before_tenths") IS DISTINCT FROM ("after_formula", "after_tenths");
