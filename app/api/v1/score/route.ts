import { score } from '@/lib/aivss/score'
import { toScoreInput } from '@/lib/assessment/score-request'
import { ok } from '@/lib/base/result'
import { scoreEndpoint } from '@/lib/http/endpoints/public'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: serve(scoreEndpoint, async ({ body }) => ok(reply(200, score(toScoreInput(body))))),
})
