-- CreateTable
CREATE TABLE "sign_ups" (
    "id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "workspace_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_ups_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_ups_code_hash_key" ON "sign_ups"("code_hash");

-- CreateIndex
CREATE INDEX "sign_ups_email_idx" ON "sign_ups"("email");

-- CreateIndex
CREATE INDEX "sign_ups_expires_at_idx" ON "sign_ups"("expires_at");

ALTER TABLE "sign_ups"
  ADD CONSTRAINT "sign_ups_name_check" CHECK (length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "sign_ups_email_check" CHECK ("email" = lower("email") AND length("email") <= 254),
  ADD CONSTRAINT "sign_ups_workspace_name_check" CHECK (length("workspace_name") BETWEEN 1 AND 80);
