-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "tag_versions" JSONB NOT NULL DEFAULT '{}';


-- What Prisma's schema language cannot say.

-- Whoever takes back a tag must not take one that somebody else has set since. A draft does not keep what it said before,
-- so this is noted whenever it is saved.
CREATE FUNCTION "keep_tag_versions"() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  NEW.tag_versions := coalesce((
    SELECT jsonb_object_agg(tag, coalesce(OLD.tag_versions -> tag, to_jsonb(NEW.version)))
    FROM jsonb_array_elements_text(NEW.document -> 'tags') AS tags (tag)
  ), '{}');
  RETURN NEW;
END
$$;

CREATE TRIGGER "drafts_keep_tag_versions" BEFORE UPDATE OF "document" ON "drafts"
  FOR EACH ROW EXECUTE FUNCTION "keep_tag_versions"();
