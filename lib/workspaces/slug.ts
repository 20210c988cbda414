import { wordsOf } from '@/lib/search/words'

const SLUG_CHARACTERS_MAX = 80

/** An address from a name; letters of other scripts have no place in one, and a name of nothing else gets `instead`. */
export function slugOf(name: string, instead: 'workspace' | 'agent' = 'workspace'): string {
  const words = wordsOf(name).filter((word) => /^[a-z0-9]+$/.test(word))
  return words.length === 0 ? instead : words.join('-').slice(0, SLUG_CHARACTERS_MAX).replace(/-$/, '')
}
