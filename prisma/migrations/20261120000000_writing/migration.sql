-- AlterTable
ALTER TABLE "agents" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "published_version" INTEGER,
ADD COLUMN     "updated_by" UUID;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "published_by" UUID;

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "byline" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "outdated_after_days" INTEGER NOT NULL DEFAULT 180;

-- CreateTable
CREATE TABLE "former_slugs" (
    "workspace_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,

    CONSTRAINT "former_slugs_pkey" PRIMARY KEY ("workspace_id","slug")
);

-- CreateTable
CREATE TABLE "public_names" (
    "slug" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "public_names_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "draft_copies" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" UUID,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_copies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "former_slugs_workspace_id_agent_id_idx" ON "former_slugs"("workspace_id", "agent_id");

-- CreateIndex
CREATE INDEX "public_names_workspace_id_agent_id_claimed_at_idx" ON "public_names"("workspace_id", "agent_id", "claimed_at");

-- CreateIndex
CREATE UNIQUE INDEX "public_names_workspace_id_agent_id_slug_key" ON "public_names"("workspace_id", "agent_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "draft_copies_workspace_id_agent_id_version_key" ON "draft_copies"("workspace_id", "agent_id", "version");

-- CreateIndex
CREATE INDEX "drafts_workspace_id_updated_at_agent_id_idx" ON "drafts"("workspace_id", "updated_at", "agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "listings_workspace_id_agent_id_slug_key" ON "listings"("workspace_id", "agent_id", "slug");

-- AddForeignKey
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_names" ADD CONSTRAINT "public_names_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_copies" ADD CONSTRAINT "draft_copies_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Names that are in use are claimed before a listing has to have a claim.
INSERT INTO "public_names" ("slug", "workspace_id", "agent_id", "claimed_at")
  SELECT "slug", "workspace_id", "agent_id", "published_at" FROM "listings";

-- AddForeignKey
ALTER TABLE "listings" ADD CONSTRAINT "listings_workspace_id_agent_id_slug_fkey" FOREIGN KEY ("workspace_id", "agent_id", "slug") REFERENCES "public_names"("workspace_id", "agent_id", "slug") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

ALTER TABLE "workspaces"
  ADD CONSTRAINT "workspaces_byline_check" CHECK (length("byline") <= 120),
  ADD CONSTRAINT "workspaces_outdated_after_days_check" CHECK ("outdated_after_days" BETWEEN 1 AND 3650);

ALTER TABLE "former_slugs"
  ADD CONSTRAINT "former_slugs_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80);

ALTER TABLE "public_names"
  ADD CONSTRAINT "public_names_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80);

ALTER TABLE "drafts"
  ADD CONSTRAINT "drafts_published_version_check" CHECK ("published_version" <= "version");

ALTER TABLE "draft_copies"
  ADD CONSTRAINT "draft_copies_document_check" CHECK (jsonb_typeof("document") = 'object');

-- An agent in the trash has no public face either.
CREATE OR REPLACE FUNCTION "hold_listing_against_revision"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM revisions r JOIN agents a ON a.id = r.agent_id
    WHERE r.agent_id = NEW.agent_id AND r.number = NEW.number AND r.withdrawn_at IS NULL
      AND a.visibility = 'listed' AND a.deleted_at IS NULL
      AND r.formula = NEW.formula AND r.score_tenths = NEW.score_tenths AND r.severity = NEW.severity
      AND r.published_at = NEW.published_at
  ) THEN
    RAISE EXCEPTION 'listing % does not say what revision % of a listed agent says', NEW.slug, NEW.number;
  END IF;
  RETURN NEW;
END
$$;

DROP TRIGGER "a_hidden_agent_is_not_listed" ON "agents";
CREATE TRIGGER "a_hidden_agent_is_not_listed" AFTER UPDATE OF "visibility", "deleted_at" ON "agents"
  FOR EACH ROW WHEN (NEW.visibility <> 'listed' OR NEW.deleted_at IS NOT NULL)
  EXECUTE FUNCTION "drop_listing_of_hidden_agent"();
