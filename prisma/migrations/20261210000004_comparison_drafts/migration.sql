-- AlterTable
ALTER TABLE "comparison_agents" ADD COLUMN     "as_draft" BOOLEAN NOT NULL DEFAULT false;
