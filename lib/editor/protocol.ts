import { z } from 'zod'
import { draftSchema } from '@/lib/assessment/document'
import { severitySchema } from '@/lib/assessment/severity'
import { fieldsOfDraft } from '@/lib/editor/document-fields'
import type { Stored } from '@/lib/editor/editor-state'

/** As far as the database counts: a larger one is no version of any draft. */
const version = z.int().min(1).max(2_147_483_647)
const score = z.strictObject({ score: z.number(), severity: severitySchema }).nullable()

/**
 * What an editor sends. The account is the one that typed: should somebody else have signed in on this browser in the
 * meantime, their session must not be used to store it.
 */
export const saveSchema = z.strictObject({ account: z.uuid(), version, document: draftSchema })

export const savedSchema = z.strictObject({
  version,
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  score,
})

/** The draft as the server has it: the answer to a reading, and to a save that somebody else outran. */
export const storedSchema = savedSchema.extend({ document: draftSchema })

export type StoredAnswer = z.output<typeof storedSchema>

export const storedOf = ({ document, ...rest }: StoredAnswer): Stored => ({
  ...rest,
  fields: fieldsOfDraft(document),
})
