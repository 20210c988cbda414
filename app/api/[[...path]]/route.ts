import { notFound, toResponse } from '@/lib/http/problems'
import { route } from '@/lib/http/route'

const unknown = async (): Promise<Response> =>
  toResponse(notFound('Nothing is served at this address. GET /api/v1/openapi.json describes what is.'))

/** Whatever under /api no other route answers, in the form that clients of an API expect. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: unknown,
  POST: unknown,
  PUT: unknown,
  PATCH: unknown,
  DELETE: unknown,
})
