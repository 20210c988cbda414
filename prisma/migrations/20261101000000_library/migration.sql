-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "public_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agents" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'private',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "agent_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "agent_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "formula" TEXT NOT NULL,
    "score_tenths" SMALLINT NOT NULL,
    "severity" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "byline" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("agent_id","number")
);

-- CreateTable
CREATE TABLE "listings" (
    "slug" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "tags" TEXT[],
    "summary" TEXT NOT NULL,
    "words" TEXT[],
    "notices" TEXT[],
    "formula" TEXT NOT NULL,
    "formula_rank" SMALLINT NOT NULL,
    "score_tenths" SMALLINT NOT NULL,
    "severity" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listings_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "agents_workspace_id_slug_key" ON "agents"("workspace_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "agents_workspace_id_id_key" ON "agents"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_workspace_id_agent_id_key" ON "drafts"("workspace_id", "agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_workspace_id_agent_id_number_key" ON "revisions"("workspace_id", "agent_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "listings_agent_id_key" ON "listings"("agent_id");

-- CreateIndex
CREATE INDEX "listings_formula_rank_score_tenths_slug_idx" ON "listings"("formula_rank", "score_tenths", "slug");

-- CreateIndex
CREATE INDEX "listings_name_key_slug_idx" ON "listings"("name_key", "slug");

-- CreateIndex
CREATE INDEX "listings_published_at_slug_idx" ON "listings"("published_at", "slug");

-- CreateIndex
CREATE INDEX "listings_tags_idx" ON "listings" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "listings_workspace_id_agent_id_number_key" ON "listings"("workspace_id", "agent_id", "number");

-- AddForeignKey
ALTER TABLE "agents" ADD CONSTRAINT "agents_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listings" ADD CONSTRAINT "listings_workspace_id_agent_id_number_fkey" FOREIGN KEY ("workspace_id", "agent_id", "number") REFERENCES "revisions"("workspace_id", "agent_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say: the vocabulary, the shapes, and that a published text stays as it was.

ALTER TABLE "listings" ALTER COLUMN "tags" SET NOT NULL, ALTER COLUMN "words" SET NOT NULL, ALTER COLUMN "notices" SET NOT NULL;

ALTER TABLE "workspaces"
  ADD CONSTRAINT "workspaces_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80),
  ADD CONSTRAINT "workspaces_public_name_check" CHECK (length("public_name") BETWEEN 1 AND 120);

ALTER TABLE "agents"
  ADD CONSTRAINT "agents_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80),
  ADD CONSTRAINT "agents_visibility_check" CHECK ("visibility" IN ('private', 'link', 'listed'));

ALTER TABLE "drafts"
  ADD CONSTRAINT "drafts_document_check" CHECK (jsonb_typeof("document") = 'object'),
  ADD CONSTRAINT "drafts_version_check" CHECK ("version" >= 1);

-- A check passes on NULL, so each that reads JSON asks for a plain true.
ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "revisions_document_check" CHECK ((jsonb_typeof("document") = 'object' AND "document"->>'formula' = "formula") IS TRUE),
  ADD CONSTRAINT "revisions_note_check" CHECK (length("note") <= 500),
  ADD CONSTRAINT "revisions_byline_check" CHECK (length("byline") <= 120);

ALTER TABLE "listings"
  ADD CONSTRAINT "listings_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80),
  ADD CONSTRAINT "listings_kind_check" CHECK ("kind" IN ('mcp-server', 'agent', 'skill', 'framework', 'other'));

-- One band for one score, in both tables (docs/decisions/0001-scoring-core.md).
CREATE FUNCTION "severity_of"("score_tenths" smallint) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT
  RETURN CASE
    WHEN "score_tenths" = 0 THEN 'None'
    WHEN "score_tenths" < 40 THEN 'Low'
    WHEN "score_tenths" < 70 THEN 'Medium'
    WHEN "score_tenths" < 90 THEN 'High'
    ELSE 'Critical'
  END;

ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_severity_check" CHECK ("score_tenths" BETWEEN 0 AND 100 AND "severity" = "severity_of"("score_tenths"));

ALTER TABLE "listings"
  ADD CONSTRAINT "listings_severity_check" CHECK ("score_tenths" BETWEEN 0 AND 100 AND "severity" = "severity_of"("score_tenths"));

-- A number that was quoted must stay what it was: a revision can be withdrawn, and nothing else happens to it while its
-- agent exists.
CREATE FUNCTION "keep_revisions_as_published"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM agents WHERE id = OLD.agent_id) THEN
      RAISE EXCEPTION 'revision % of agent % is published and cannot be deleted', OLD.number, OLD.agent_id;
    END IF;
    RETURN OLD;
  END IF;
  IF to_jsonb(NEW) - 'withdrawn_at' IS DISTINCT FROM to_jsonb(OLD) - 'withdrawn_at' THEN
    RAISE EXCEPTION 'revision % of agent % is published and cannot be changed', OLD.number, OLD.agent_id;
  END IF;
  IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
    RAISE EXCEPTION 'revision % of agent % is withdrawn for good', OLD.number, OLD.agent_id;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "revisions_stay_as_published" BEFORE UPDATE OR DELETE ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION "keep_revisions_as_published"();

-- The public face says what its revision says, of an agent that is listed, or it does not exist.
CREATE FUNCTION "hold_listing_against_revision"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM revisions r JOIN agents a ON a.id = r.agent_id
    WHERE r.agent_id = NEW.agent_id AND r.number = NEW.number AND r.withdrawn_at IS NULL AND a.visibility = 'listed'
      AND r.formula = NEW.formula AND r.score_tenths = NEW.score_tenths AND r.severity = NEW.severity
      AND r.published_at = NEW.published_at
  ) THEN
    RAISE EXCEPTION 'listing % does not say what revision % of a listed agent says', NEW.slug, NEW.number;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "listings_match_their_revision" BEFORE INSERT OR UPDATE ON "listings"
  FOR EACH ROW EXECUTE FUNCTION "hold_listing_against_revision"();

CREATE FUNCTION "drop_listing_of_withdrawn_revision"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM listings WHERE agent_id = NEW.agent_id AND number = NEW.number;
  RETURN NULL;
END
$$;

CREATE TRIGGER "a_withdrawn_revision_is_not_listed" AFTER UPDATE OF "withdrawn_at" ON "revisions"
  FOR EACH ROW WHEN (NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION "drop_listing_of_withdrawn_revision"();

CREATE FUNCTION "drop_listing_of_hidden_agent"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM listings WHERE agent_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER "a_hidden_agent_is_not_listed" AFTER UPDATE OF "visibility" ON "agents"
  FOR EACH ROW WHEN (NEW.visibility <> 'listed') EXECUTE FUNCTION "drop_listing_of_hidden_agent"();

-- Highest score first within each formula, read as one row comparison along one index.
CREATE INDEX "listings_highest_score_idx" ON "listings" ("formula_rank", (-"score_tenths"), "slug");

-- The words are folded and split before they come here, so that no parser or locale of Postgres has a say in them.
CREATE INDEX "listings_words_idx" ON "listings" USING GIN (array_to_tsvector("words"));
