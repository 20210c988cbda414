/**
 * The tags that a person writes in one line, with commas between; what lies between two commas may be blank. A tag that
 * has a comma itself, as an imported one may, stands in quotation marks.
 */
export const readTags = (text: string): readonly string[] =>
  [...text.matchAll(PART)]
    .map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    .filter((tag) => tag !== '')

const PART = /\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)/g

export const writeTags = (tags: readonly string[]): string => tags.map(writeTag).join(', ')

const writeTag = (tag: string): string => (/,|^"/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)
