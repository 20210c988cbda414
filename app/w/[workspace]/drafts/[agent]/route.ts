import { saveSchema } from '@/lib/editor/protocol'
import { draftAnswers } from '@/lib/http/draft-answers'
import { forMembers } from '@/lib/http/for-members'
import { noQuery, reading, writing } from '@/lib/http/operation'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** The editor's own: reads the draft as it is now, and saves it against the version that it was based on. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: forMembers('agent.write', (right) =>
    reading({ query: noQuery, handle: ({ params }) => draftAnswers.current(right, params['agent']) }),
  ),
  PUT: forMembers('agent.write', (right) =>
    writing({
      query: noQuery,
      body: saveSchema,
      handle: ({ params, body }) => draftAnswers.save(right, params['agent'], body),
    }),
  ),
})
