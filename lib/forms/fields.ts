import { z } from 'zod'
import { line } from '@/lib/assessment/text'

/** The fields that forms about people and workspaces share, each with its own sentence. */
export const personName = line('The name', 120).refine((name) => name !== '', 'Say what you are called.')

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'No e-mail address is that long.')
  .pipe(z.email('This is not an e-mail address: write one such as ada@example.org.'))

/** Longer than any password that is accepted, so that the right sentence is said about one that is too long. */
export const password = z.string().max(1_000, 'Use at most 128 characters.')

export const workspaceName = line('The workspace', 80).refine(
  (name) => name !== '',
  'Give the workspace a name, such as the one of your team.',
)
