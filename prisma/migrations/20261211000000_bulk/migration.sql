-- CreateTable
CREATE TABLE "bulk_runs" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_items" (
    "run_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "agent_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "trace" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "bulk_items_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateIndex
CREATE INDEX "bulk_runs_workspace_id_created_at_id_idx" ON "bulk_runs"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_runs_workspace_id_id_key" ON "bulk_runs"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "bulk_items_workspace_id_run_id_state_position_idx" ON "bulk_items"("workspace_id", "run_id", "state", "position");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_items_run_id_agent_id_key" ON "bulk_items"("run_id", "agent_id");

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_workspace_id_run_id_fkey" FOREIGN KEY ("workspace_id", "run_id") REFERENCES "bulk_runs"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

ALTER TABLE "bulk_runs"
  ADD CONSTRAINT "bulk_runs_action_check" CHECK ("action" IN ('tag', 'publish', 'share', 'delete')),
  ADD CONSTRAINT "bulk_runs_parameters_check" CHECK (jsonb_typeof("parameters") = 'object');

ALTER TABLE "bulk_items"
  ADD CONSTRAINT "bulk_items_state_check" CHECK ("state" IN ('waiting', 'done', 'refused', 'undone', 'kept')),
  ADD CONSTRAINT "bulk_items_reason_check" CHECK (("reason" IS NOT NULL) = ("state" IN ('refused', 'kept'))),
  ADD CONSTRAINT "bulk_items_trace_check" CHECK (jsonb_typeof("trace") = 'object');
