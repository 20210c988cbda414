import { z } from 'zod'

const SLUG_CHARACTERS_MAX = 80

/** The public name of an agent as it stands in an address. */
export const slugSchema = z
  .string()
  .max(SLUG_CHARACTERS_MAX)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const POSTGRES_INTEGER_MAX = 2 ** 31 - 1

export const revisionNumberSchema = z.int().min(1).max(POSTGRES_INTEGER_MAX)
