import { score } from '@/lib/aivss/score'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'
import { noQuery, writing } from '@/lib/http/operation'
import { json } from '@/lib/http/respond'
import { route } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: writing({
    query: noQuery,
    body: scoreRequestSchema,
    handle: async ({ body }) => json(score(toScoreInput(body))),
  }),
})
