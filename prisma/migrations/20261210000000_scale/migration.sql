-- What is listed is listed anew at the next start, with the columns that are added here (lib/agents/renew-all.ts).
DELETE FROM "listings";

-- DropIndex
DROP INDEX "listings_tags_idx";

-- AlterTable
ALTER TABLE "listings" ADD COLUMN     "base_tenths" SMALLINT NOT NULL,
ADD COLUMN     "facets" TEXT[],
ADD COLUMN     "mitigation_hundredths" SMALLINT,
ADD COLUMN     "ratings" SMALLINT[],
ADD COLUMN     "threat_hundredths" SMALLINT NOT NULL,
ADD COLUMN     "uncertain" TEXT[],
ADD COLUMN     "uncertain_layers" SMALLINT NOT NULL,
DROP COLUMN "words",
ADD COLUMN     "words" tsvector NOT NULL DEFAULT ''::tsvector;

-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "comparison_id" UUID;

-- CreateTable
CREATE TABLE "agent_cards" (
    "agent_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "tags" TEXT[],
    "visibility" TEXT NOT NULL,
    "draft_state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,
    "number" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "formula" TEXT,
    "formula_rank" SMALLINT NOT NULL,
    "score_key" SMALLINT NOT NULL,
    "severity" TEXT,
    "base_tenths" SMALLINT,
    "threat_hundredths" SMALLINT,
    "mitigation_hundredths" SMALLINT,
    "ratings" SMALLINT[],
    "uncertain" TEXT[],
    "uncertain_layers" SMALLINT NOT NULL,
    "facets" TEXT[],
    "words" tsvector NOT NULL,

    CONSTRAINT "agent_cards_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "tallies" (
    "scope" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "agents" INTEGER NOT NULL,

    CONSTRAINT "tallies_pkey" PRIMARY KEY ("scope","facet")
);

-- CreateTable
CREATE TABLE "movements" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "number" INTEGER,
    "before_formula" TEXT,
    "before_tenths" SMALLINT,
    "before_severity" TEXT,
    "after_formula" TEXT,
    "after_tenths" SMALLINT,
    "after_severity" TEXT,
    "moved_by" TEXT,
    "parts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "movements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "severity_days" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "formula" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "severity_days_pkey" PRIMARY KEY ("workspace_id","day","formula","severity")
);

-- CreateTable
CREATE TABLE "search_words" (
    "scope" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "variants" TEXT[],

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("scope","word")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparisons" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "comparisons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparison_agents" (
    "comparison_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "comparison_agents_pkey" PRIMARY KEY ("comparison_id","position")
);

-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_updated_at_agent_id_idx" ON "agent_cards"("workspace_id", "updated_at", "agent_id");

-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_name_key_agent_id_idx" ON "agent_cards"("workspace_id", "name_key", "agent_id");

-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_published_at_agent_id_idx" ON "agent_cards"("workspace_id", "published_at", "agent_id");

-- CreateIndex
CREATE INDEX "agent_cards_workspace_id_uncertain_layers_agent_id_idx" ON "agent_cards"("workspace_id", "uncertain_layers", "agent_id");

-- CreateIndex
CREATE INDEX "agent_cards_facets_idx" ON "agent_cards" USING GIN ("facets");

-- CreateIndex
CREATE UNIQUE INDEX "agent_cards_workspace_id_agent_id_key" ON "agent_cards"("workspace_id", "agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_cards_workspace_id_slug_key" ON "agent_cards"("workspace_id", "slug");

-- CreateIndex
CREATE INDEX "movements_workspace_id_at_id_idx" ON "movements"("workspace_id", "at", "id");

-- CreateIndex
CREATE INDEX "movements_workspace_id_agent_id_at_idx" ON "movements"("workspace_id", "agent_id", "at");

-- CreateIndex
CREATE INDEX "search_words_variants_idx" ON "search_words" USING GIN ("variants");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_workspace_id_name_key" ON "saved_views"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_workspace_id_id_key" ON "saved_views"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comparisons_workspace_id_name_key" ON "comparisons"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "comparisons_workspace_id_id_key" ON "comparisons"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "comparison_agents_workspace_id_agent_id_idx" ON "comparison_agents"("workspace_id", "agent_id");

-- CreateIndex
CREATE INDEX "comparison_agents_workspace_id_comparison_id_idx" ON "comparison_agents"("workspace_id", "comparison_id");

-- CreateIndex
CREATE UNIQUE INDEX "comparison_agents_comparison_id_agent_id_key" ON "comparison_agents"("comparison_id", "agent_id");

-- CreateIndex
CREATE INDEX "listings_facets_idx" ON "listings" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "shares_workspace_id_comparison_id_idx" ON "shares"("workspace_id", "comparison_id");

-- AddForeignKey
ALTER TABLE "agent_cards" ADD CONSTRAINT "agent_cards_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movements" ADD CONSTRAINT "movements_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "severity_days" ADD CONSTRAINT "severity_days_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparisons" ADD CONSTRAINT "comparisons_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_agents" ADD CONSTRAINT "comparison_agents_workspace_id_comparison_id_fkey" FOREIGN KEY ("workspace_id", "comparison_id") REFERENCES "comparisons"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_agents" ADD CONSTRAINT "comparison_agents_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_comparison_id_fkey" FOREIGN KEY ("workspace_id", "comparison_id") REFERENCES "comparisons"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

ALTER TABLE "agent_cards"
  ALTER COLUMN "tags" SET NOT NULL, ALTER COLUMN "ratings" SET NOT NULL, ALTER COLUMN "uncertain" SET NOT NULL,
  ALTER COLUMN "facets" SET NOT NULL,
  ADD CONSTRAINT "agent_cards_kind_check" CHECK ("kind" IN ('mcp-server', 'agent', 'skill', 'framework', 'other')),
  ADD CONSTRAINT "agent_cards_visibility_check" CHECK ("visibility" IN ('private', 'link', 'listed')),
  ADD CONSTRAINT "agent_cards_draft_state_check" CHECK ("draft_state" IN ('draft-only', 'changed', 'published')),
  ADD CONSTRAINT "agent_cards_score_check" CHECK (CASE WHEN "number" IS NULL
    THEN "score_key" = -1 AND num_nulls("published_at", "formula", "severity", "base_tenths", "threat_hundredths") = 5 AND "ratings" = '{}'
    ELSE "score_key" BETWEEN 0 AND 100 AND num_nulls("published_at", "formula", "base_tenths", "threat_hundredths") = 0
      AND "severity" IS NOT DISTINCT FROM "severity_of"("score_key") AND cardinality("ratings") = 11
  END);

ALTER TABLE "listings"
  ALTER COLUMN "ratings" SET NOT NULL, ALTER COLUMN "uncertain" SET NOT NULL, ALTER COLUMN "facets" SET NOT NULL,
  ADD CONSTRAINT "listings_ratings_check" CHECK (cardinality("ratings") = 11);

ALTER TABLE "movements"
  ADD CONSTRAINT "movements_cause_check" CHECK ("cause" IN ('published', 'withdrawn', 'deleted', 'restored')),
  ADD CONSTRAINT "movements_before_check" CHECK (num_nulls("before_formula", "before_tenths", "before_severity") IN (0, 3)),
  ADD CONSTRAINT "movements_after_check" CHECK (num_nulls("after_formula", "after_tenths", "after_severity", "number") IN (0, 4)),
  ADD CONSTRAINT "movements_parts_check" CHECK (jsonb_typeof("parts") = 'array');

ALTER TABLE "search_words" ALTER COLUMN "variants" SET NOT NULL;

ALTER TABLE "saved_views"
  ADD CONSTRAINT "saved_views_name_check" CHECK (length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "saved_views_query_check" CHECK (length("query") <= 4000);

ALTER TABLE "comparisons"
  ADD CONSTRAINT "comparisons_name_check" CHECK (length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "comparisons_query_check" CHECK (length("query") <= 4000);

ALTER TABLE "comparison_agents"
  ADD CONSTRAINT "comparison_agents_position_check" CHECK ("position" BETWEEN 1 AND 6);

ALTER TABLE "shares" DROP CONSTRAINT "shares_subject_check",
  ADD CONSTRAINT "shares_subject_check" CHECK (CASE "kind"
    WHEN 'report' THEN "agent_id" IS NOT NULL AND "comparison_id" IS NULL
    WHEN 'comparison' THEN "comparison_id" IS NOT NULL AND num_nulls("agent_id", "number") = 2
    ELSE false
  END);

-- Facets and words are read by how they begin, whatever the locale of the server.
ALTER TABLE "tallies" ALTER COLUMN "facet" TYPE text COLLATE "C";
ALTER TABLE "search_words" ALTER COLUMN "word" TYPE text COLLATE "C";

CREATE INDEX "agent_cards_words_idx" ON "agent_cards" USING GIN ("words");
CREATE INDEX "listings_words_idx" ON "listings" USING GIN ("words");

-- Highest score first within each formula; read backwards it is the order from the lowest.
CREATE INDEX "agent_cards_highest_score_idx" ON "agent_cards" ("workspace_id", "formula_rank", (-"score_key"), "agent_id");

-- The drafts that say more than what is published, the last saved first.
CREATE INDEX "agent_cards_unpublished_idx" ON "agent_cards" ("workspace_id", "updated_at", "agent_id")
  WHERE "draft_state" <> 'published';

-- One statement counts all rows that it wrote, and only what changed. Facets are written in their order, so that two
-- who count the same ones wait for each other instead of in a circle. The library's scope is nobody's workspace.
CREATE FUNCTION "keep_tallies"() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  gained constant text := 'SELECT workspace_id, facets, 1 AS change FROM added';
  lost constant text := 'SELECT workspace_id, facets, -1 AS change FROM removed';
BEGIN
  EXECUTE format(
    'INSERT INTO tallies AS t (scope, facet, agents)
     SELECT scope, facet, sum(change)::int FROM (
       SELECT coalesce($1, workspace_id) AS scope, unnest(facets) AS facet, change FROM (%s) AS written
     ) AS counted
     GROUP BY scope, facet HAVING sum(change) <> 0 ORDER BY scope, facet
     ON CONFLICT (scope, facet) DO UPDATE SET agents = t.agents + excluded.agents',
    CASE TG_OP WHEN 'INSERT' THEN gained WHEN 'DELETE' THEN lost ELSE gained || ' UNION ALL ' || lost END
  ) USING CASE TG_TABLE_NAME WHEN 'listings' THEN '00000000-0000-0000-0000-000000000000'::uuid END;
  RETURN NULL;
END
$$;

CREATE TRIGGER "agent_cards_are_counted_on_insert" AFTER INSERT ON "agent_cards"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "keep_tallies"();
CREATE TRIGGER "agent_cards_are_counted_on_delete" AFTER DELETE ON "agent_cards"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION "keep_tallies"();
CREATE TRIGGER "agent_cards_are_counted_on_update" AFTER UPDATE ON "agent_cards"
  REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION "keep_tallies"();
CREATE TRIGGER "listings_are_counted_on_insert" AFTER INSERT ON "listings"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "keep_tallies"();
CREATE TRIGGER "listings_are_counted_on_delete" AFTER DELETE ON "listings"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION "keep_tallies"();
CREATE TRIGGER "listings_are_counted_on_update" AFTER UPDATE ON "listings"
  REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION "keep_tallies"();

CREATE FUNCTION "keep_severity_days"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO severity_days AS d (workspace_id, day, formula, severity, change)
  SELECT workspace_id, day, formula, severity, sum(change)::int FROM (
    SELECT workspace_id, (at AT TIME ZONE 'UTC')::date AS day, after_formula AS formula, after_severity AS severity, 1 AS change
    FROM added WHERE after_formula IS NOT NULL
    UNION ALL
    SELECT workspace_id, (at AT TIME ZONE 'UTC')::date, before_formula, before_severity, -1
    FROM added WHERE before_formula IS NOT NULL
  ) AS moved
  GROUP BY workspace_id, day, formula, severity HAVING sum(change) <> 0 ORDER BY workspace_id, day, formula, severity
  ON CONFLICT (workspace_id, day, formula, severity) DO UPDATE SET change = d.change + excluded.change;
  RETURN NULL;
END
$$;

CREATE TRIGGER "movements_are_counted_by_day" AFTER INSERT ON "movements"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "keep_severity_days"();
