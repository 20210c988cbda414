-- What Prisma's schema language cannot say.

-- A document is read and written whole, and mostly fits a page: to make it smaller takes a third to a half of the time of a write, and
-- every reader undoes it. What is larger than a page is still compressed. Words stand beside the cards, whose rows stay short.
ALTER TABLE "drafts" SET (toast_tuple_target = 8160);
ALTER TABLE "revisions" SET (toast_tuple_target = 8160);
ALTER TABLE "agent_cards" ALTER COLUMN "words" SET STORAGE EXTERNAL;
ALTER TABLE "listings" ALTER COLUMN "words" SET STORAGE EXTERNAL;

-- Nothing is looked for by what stands in these, and to count what does takes a third of the time of an ANALYZE.
ALTER TABLE "drafts" ALTER COLUMN "document" SET STATISTICS 0;
ALTER TABLE "revisions" ALTER COLUMN "document" SET STATISTICS 0;
ALTER TABLE "movements" ALTER COLUMN "parts" SET STATISTICS 0;
ALTER TABLE "audit_events" ALTER COLUMN "detail" SET STATISTICS 0;
