import { z } from 'zod'
import type { ProgramAction } from '@/lib/access/scopes'
import type { ProblemStatus } from '@/lib/http/problem-texts'

/**
 * One method of one address of the API, as data: what it takes and what it gives. The same object serves the request
 * (lib/http/serve.ts) and writes its part of the OpenAPI document (lib/http/openapi.ts), so that they cannot differ.
 */
export type Endpoint<
  Act extends ProgramAction | undefined = ProgramAction | undefined,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
> = {
  /** The `operationId`. */
  readonly id: string
  readonly tag: Tag
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With its parameters in braces, as OpenAPI writes it. */
  readonly path: `/api/${string}`
  readonly summary: string
  readonly description?: string
  /** What a token has to be allowed; without it everybody is served. */
  readonly action: Act
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** A body that works as it stands; the reference shows it and a test sends it. */
  readonly example?: unknown
  /** Whether a request without a body is one with an empty object. */
  readonly isBodyOptional?: true
  /** Whether a change has to name the version that it is based on. */
  readonly ifMatch?: 'required' | 'optional'
  /** Whether a repeated request can be told from a second one. */
  readonly isRepeatable?: true
  readonly answers: Readonly<Record<number, AnswerSpec>>
  /** Besides those that follow from the rest. */
  readonly problems?: readonly ProblemStatus[]
}

export type AnswerSpec = {
  readonly description: string
  readonly schema?: z.ZodType
  /** Made as the answer itself is made, never typed. */
  readonly example?: unknown
  /** Each by its name, with what it says. */
  readonly headers?: Readonly<Record<string, string>>
}

export const TAGS = {
  score: 'Scores',
  library: 'The public library',
  agents: 'Agents',
  revisions: 'Revisions',
  compare: 'Comparisons',
  shares: 'Links',
  trash: 'The trash',
  audit: 'The audit log',
  health: 'Health',
} as const
export type Tag = keyof typeof TAGS

/** For addresses that take nothing in the path, or nothing after the question mark. */
export const nothing = z.strictObject({})

export const endpoint = <
  const Act extends ProgramAction | undefined,
  Params extends z.ZodObject,
  Query extends z.ZodType,
  Body extends z.ZodType | undefined,
>(
  definition: Endpoint<Act, Params, Query, Body>,
): Endpoint<Act, Params, Query, Body> => definition
