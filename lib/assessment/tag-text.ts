/** The tags that a person writes in one line, with commas between; what lies between two commas may be blank. */
export const readTags = (text: string): readonly string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

export const writeTags = (tags: readonly string[]): string => tags.join(', ')
