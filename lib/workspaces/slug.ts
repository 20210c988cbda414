import { wordsOf } from '@/lib/library/words'

const SLUG_CHARACTERS_MAX = 80

/** The address of a workspace from its name; letters of other scripts have no place in one. */
export function slugOf(name: string): string {
  const words = wordsOf(name).filter((word) => /^[a-z0-9]+$/.test(word))
  return words.length === 0 ? 'workspace' : words.join('-').slice(0, SLUG_CHARACTERS_MAX).replace(/-$/, '')
}
