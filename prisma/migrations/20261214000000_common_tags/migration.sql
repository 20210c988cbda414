-- What Prisma's schema language cannot say.

-- Tags by how many agents carry them; a list of agents offers the first of them, and there may be thousands.
CREATE INDEX "tallies_common_tags_idx" ON "tallies" ("scope", "agents" DESC, "facet")
  WHERE "facet" >= 'tag:' AND "facet" < 'tag;';
