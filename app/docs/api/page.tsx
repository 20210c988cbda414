import type { Metadata } from 'next'
import { Part } from '@/components/method/part'
import { Problems, Shapes } from '@/components/reference/appendix'
import { Contents } from '@/components/reference/contents'
import { type Bounds, Introduction } from '@/components/reference/introduction'
import { Operation } from '@/components/reference/operation'
import { WRITES } from '@/lib/access/rate-limit'
import { openapi } from '@/lib/http/openapi'
import { BODY_BYTES_MAX } from '@/lib/http/read-json'
import { referenceOf } from '@/lib/reference/reference'
import { registry } from '@/lib/registry'
import { LIFETIMES_DAYS } from '@/lib/tokens/create'
import { REPEATABLE_HOURS } from '@/lib/tokens/once'

export const metadata: Metadata = {
  title: 'API',
  description: 'Scores, the public library, and everything that a workspace does, for programs.',
}

export default function ApiPage() {
  const { publicUrl } = registry()
  const { groups, problems, common, shapes } = referenceOf(openapi(publicUrl))
  const bounds: Bounds = {
    publicUrl,
    writesPerMinute: WRITES.max,
    keyHours: REPEATABLE_HOURS,
    bodyBytes: BODY_BYTES_MAX.toLocaleString('en'),
    tokenDays: Math.max(...LIFETIMES_DAYS),
  }
  return (
    <div data-reference>
      <h1 className="text-2xl">API</h1>
      <p className="prose mt-3 text-ink-soft">
        Scores, the public library, and all that a workspace does with threat models, for programs: JSON over
        HTTP, with the same checks and the same sentences as the pages.
      </p>
      <Contents groups={groups} />
      <Introduction bounds={bounds} />
      {groups.map(({ id, title, operations }) => (
        <Part key={id} id={`group-${id}`} title={title}>
          {operations.map((entry) => (
            <Operation key={entry.id} entry={entry} />
          ))}
        </Part>
      ))}
      <Problems problems={problems} common={common} />
      <Shapes shapes={shapes} />
    </div>
  )
}
