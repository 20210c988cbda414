import { z } from 'zod'

const anything = z.record(z.string(), z.unknown())
const mediaType = z.looseObject({ schema: anything, example: z.unknown().optional() })
const content = z.record(z.string(), mediaType)

const parameterSchema = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  example: z.unknown().optional(),
  schema: anything,
})

const responseSchema = z.looseObject({
  $ref: z.string().optional(),
  description: z.string().optional(),
  headers: z.record(z.string(), anything).optional(),
  content: content.optional(),
})

const operationSchema = z.looseObject({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  security: z.array(anything).optional(),
  parameters: z.array(parameterSchema).optional(),
  requestBody: z.looseObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string(), responseSchema).optional(),
})

/** As much of an OpenAPI document as a program needs that has nothing else. */
export const documentSchema = z.looseObject({
  openapi: z.string(),
  servers: z.array(z.looseObject({ url: z.string() })),
  tags: z.array(z.looseObject({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({
    schemas: z.record(z.string(), anything),
    responses: z.record(z.string(), responseSchema),
    headers: z.record(z.string(), anything),
    securitySchemes: z.record(z.string(), anything),
  }),
})

export type OpenapiDocument = z.infer<typeof documentSchema>
export type Parameter = z.infer<typeof parameterSchema>
export type Response = z.infer<typeof responseSchema>
export type Schema = z.infer<typeof anything>

export type Described = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly isOpen: boolean
  readonly parameters: readonly Parameter[]
  readonly body:
    | { readonly schema: Schema; readonly example: unknown; readonly isRequired: boolean }
    | undefined
  readonly responses: Readonly<Record<string, Response>>
  readonly raw: z.infer<typeof operationSchema>
}

/** Every operation, with its answers where they stand and not behind references. */
export function operationsOf({ paths, components }: OpenapiDocument): readonly Described[] {
  const followed = (response: Response): Response =>
    components.responses[response.$ref?.replace('#/components/responses/', '') ?? ''] ?? response
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => {
      const sent = raw.requestBody?.content['application/json']
      return {
        id: raw.operationId ?? '',
        method: method.toUpperCase(),
        path,
        isOpen: raw.security?.length === 0,
        parameters: raw.parameters ?? [],
        body: sent && {
          schema: sent.schema,
          example: sent.example,
          isRequired: raw.requestBody?.required === true,
        },
        responses: Object.fromEntries(
          Object.entries(raw.responses ?? {}).map(([status, response]) => [status, followed(response)]),
        ),
        raw,
      }
    }),
  )
}
