import type { ReactNode } from 'react'
import { Part } from '@/components/method/part'
import { Code } from '@/components/reference/code'

/** What is bounded, and how far. */
export type Bounds = {
  readonly publicUrl: string
  readonly writesPerMinute: number
  readonly keyHours: number
  readonly bodyBytes: string
  readonly tokenDays: number
}

/** What holds for every operation. */
export function Introduction({ bounds }: { bounds: Bounds }) {
  const { publicUrl, writesPerMinute, keyHours, bodyBytes, tokenDays } = bounds
  return (
    <>
      <Part id="tokens" title="Tokens and scopes">
        <Text>
          Scores and the public library need no token. For everything else an owner of a workspace makes one
          on the page Tokens of that workspace; it is shown once, lives for {tokenDays} days at most, and can
          be revoked at any time. A token acts for whoever made it, in that workspace alone: its scopes open{' '}
          <strong>read</strong>, <strong>write</strong> and <strong>audit</strong>, and never more than its
          maker may do at that moment. No token reaches accounts, members, roles, settings or other tokens.
        </Text>
        <Text>
          Every example on this page works as it stands, from top to bottom, once these two are set:
        </Text>
        <Code text={`export FULLSCORE_URL='${publicUrl}'\nexport FULLSCORE_TOKEN='fullscore_…'`} />
      </Part>
      <Part id="changes" title="Changing what others change too">
        <Text>
          An agent is read with an <Term>ETag</Term>, the version of its draft. To save, send that version as{' '}
          <Term>If-Match</Term>: if somebody has saved since, the answer is 412 and nothing is lost; without
          the header it is 428. Publishing and deleting take <Term>If-Match</Term> too where you want to be
          sure. With <Term>If-None-Match</Term> an agent that has not changed is answered with 304 and no
          body.
        </Text>
      </Part>
      <Part id="repeating" title="Repeating a request">
        <Text>
          Whatever makes something takes an <Term>Idempotency-Key</Term> of your choice. If you do not know
          whether a request arrived, send it again with the same key: within {keyHours} hours it is done once,
          and the first answer comes back with <Term>Idempotency-Replayed: true</Term>. The same key with
          another request is 422. A request that was refused leaves its key free.
        </Text>
      </Part>
      <Part id="pages" title="Lists">
        <Text>
          A list is <Term>{'{ "items": […], "nextCursor": "…" }'}</Term>. Send <Term>nextCursor</Term> back as{' '}
          <Term>cursor</Term>, with the same filters and the same order, for the page behind it; null says
          that there is none. A cursor stays valid while rows come and go, and means nothing but its place.
        </Text>
      </Part>
      <Part id="limits" title="Limits">
        <Text>
          Reading is not limited. A token has {writesPerMinute} writes a minute: every answer to one says in{' '}
          <Term>RateLimit-Policy</Term> and <Term>RateLimit</Term> how many are left and in how many seconds
          there are more. Beyond that the answer is 429 with <Term>Retry-After</Term>. A body has {bodyBytes}{' '}
          bytes at most and is declared as <Term>application/json</Term>.
        </Text>
      </Part>
      <Part id="versions" title="Versions">
        <Text>
          This is version 1, by its address. Fields may be added to answers; none is taken away, renamed or
          given another meaning without a new version. The{' '}
          <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> is made from the same objects that answer
          requests, and this page from that document.
        </Text>
      </Part>
    </>
  )
}

const Text = ({ children }: { children: ReactNode }) => <p className="prose mt-3 first:mt-0">{children}</p>

const Term = ({ children }: { children: ReactNode }) => <code>{children}</code>
