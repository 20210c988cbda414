-- What has a card or is listed gets both anew at the next start, with the column that is added here
-- (lib/agents/cards/renew-all.ts).
DELETE FROM "listings";
DELETE FROM "agent_cards";

-- AlterTable
ALTER TABLE "agent_cards" ADD COLUMN     "levels" SMALLINT[];

-- AlterTable
ALTER TABLE "listings" ADD COLUMN     "levels" SMALLINT[];

-- CreateIndex
CREATE INDEX "agent_cards_levels_idx" ON "agent_cards" USING GIN ("levels");

-- CreateIndex
CREATE INDEX "listings_levels_idx" ON "listings" USING GIN ("levels");


-- What Prisma's schema language cannot say.

ALTER TABLE "agent_cards" ALTER COLUMN "levels" SET NOT NULL;
ALTER TABLE "listings" ALTER COLUMN "levels" SET NOT NULL;

-- Levels are counted beside the facets, each under the name that lib/search/facets.ts gives it.
CREATE OR REPLACE FUNCTION "keep_tallies"() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  gained constant text := 'SELECT workspace_id, facets, levels, 1 AS change FROM added';
  lost constant text := 'SELECT workspace_id, facets, levels, -1 AS change FROM removed';
BEGIN
  EXECUTE format(
    'WITH written AS (%s), carried AS (
       SELECT workspace_id, unnest(facets) AS facet, change FROM written
       UNION ALL SELECT workspace_id, ''level:'' || unnest(levels), change FROM written
     )
     INSERT INTO tallies AS t (scope, facet, agents)
     SELECT coalesce($1, workspace_id) AS scope, facet, sum(change)::int FROM carried
     GROUP BY scope, facet HAVING sum(change) <> 0 ORDER BY scope, facet
     ON CONFLICT (scope, facet) DO UPDATE SET agents = t.agents + excluded.agents',
    CASE TG_OP WHEN 'INSERT' THEN gained WHEN 'DELETE' THEN lost ELSE gained || ' UNION ALL ' || lost END
  ) USING CASE TG_TABLE_NAME WHEN 'listings' THEN '00000000-0000-0000-0000-000000000000'::uuid END;
  RETURN NULL;
END
$$;
