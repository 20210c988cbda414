-- What moved a score most is the first of its parts.
ALTER TABLE "movements" DROP COLUMN "moved_by";
