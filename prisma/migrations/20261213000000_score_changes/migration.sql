-- A dashboard looks at the newest steps that changed a score, and a step that changed none is not read.

-- DropIndex
DROP INDEX "movements_workspace_id_at_id_idx";


-- What Prisma's schema language cannot say.

CREATE INDEX "movements_score_changes_idx" ON "movements" ("workspace_id", "at", "id")
  WHERE ("before_formula", "before_tenths") IS DISTINCT FROM ("after_formula", "after_tenths");
