-- AlterTable
ALTER TABLE "audit_events" ADD COLUMN     "token_id" UUID;

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "embed_hosts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "shares" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'report',
    "agent_id" UUID,
    "number" INTEGER,
    "label" TEXT NOT NULL,
    "sections" TEXT NOT NULL DEFAULT 'whole',
    "password_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "shares_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_views" (
    "share_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "share_views_pkey" PRIMARY KEY ("share_id","day")
);

-- CreateTable
CREATE TABLE "badges" (
    "code" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "number" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "badges_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "token_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("token_id","key_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares"("token_hash");

-- CreateIndex
CREATE INDEX "shares_workspace_id_created_at_id_idx" ON "shares"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "shares_workspace_id_agent_id_created_at_id_idx" ON "shares"("workspace_id", "agent_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "shares_workspace_id_id_key" ON "shares"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "share_views_workspace_id_share_id_idx" ON "share_views"("workspace_id", "share_id");

-- CreateIndex
CREATE UNIQUE INDEX "badges_id_key" ON "badges"("id");

-- CreateIndex
CREATE INDEX "badges_workspace_id_agent_id_created_at_idx" ON "badges"("workspace_id", "agent_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_workspace_id_created_at_id_idx" ON "api_tokens"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_workspace_id_id_key" ON "api_tokens"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_agent_id_number_fkey" FOREIGN KEY ("workspace_id", "agent_id", "number") REFERENCES "revisions"("workspace_id", "agent_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_views" ADD CONSTRAINT "share_views_workspace_id_share_id_fkey" FOREIGN KEY ("workspace_id", "share_id") REFERENCES "shares"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badges" ADD CONSTRAINT "badges_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badges" ADD CONSTRAINT "badges_workspace_id_agent_id_number_fkey" FOREIGN KEY ("workspace_id", "agent_id", "number") REFERENCES "revisions"("workspace_id", "agent_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_tokens"("id") ON DELETE CASCADE ON UPDATE CASCADE;




-- What Prisma's schema language cannot say.

ALTER TABLE "workspaces"
  ADD CONSTRAINT "workspaces_embed_hosts_check" CHECK ("embed_hosts" IS NOT NULL AND cardinality("embed_hosts") <= 20);

-- A kind of thing that is shared says here which columns name it.
ALTER TABLE "shares"
  ADD CONSTRAINT "shares_subject_check" CHECK ("kind" = 'report' AND "agent_id" IS NOT NULL),
  ADD CONSTRAINT "shares_label_check" CHECK (length("label") <= 120),
  ADD CONSTRAINT "shares_sections_check" CHECK ("sections" IN ('whole', 'without-evidence', 'summary'));

ALTER TABLE "share_views"
  ADD CONSTRAINT "share_views_count_check" CHECK ("count" > 0);

ALTER TABLE "badges"
  ADD CONSTRAINT "badges_code_check" CHECK (length("code") BETWEEN 20 AND 40);

ALTER TABLE "api_tokens"
  ADD CONSTRAINT "api_tokens_name_check" CHECK (length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "api_tokens_scopes_check" CHECK ("scopes" IS NOT NULL AND cardinality("scopes") >= 1 AND "scopes" <@ ARRAY['read', 'write', 'audit']),
  ADD CONSTRAINT "api_tokens_expires_at_check" CHECK ("expires_at" > "created_at");

ALTER TABLE "audit_events"
  ADD CONSTRAINT "audit_events_token_check" CHECK (("actor_kind" = 'token') = ("token_id" IS NOT NULL));
