import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { NameLink } from '@/components/ui/name-link'
import { DRAFT_TEXTS } from '@/lib/agents/drafts/draft-state'
import { LOOKED_AT_MAX } from '@/lib/dashboard/colleagues'
import type { Dashboard } from '@/lib/dashboard/dashboard'
import type { DashboardLinks } from '@/lib/dashboard/links'
import { countText } from '@/lib/dashboard/words'
import { formatDay, formatMinute } from '@/lib/report/dates'

/** The oldest reports, the newest drafts, and what others did. */
export function ShortLists({
  dashboard: { stalest, drafts, deeds },
  links,
  auditLog,
}: {
  dashboard: Dashboard
  links: DashboardLinks
  /** Of those who may read it. */
  auditLog: string | null
}) {
  return (
    <div className="grid gap-x-10 gap-y-10 md:grid-cols-2 lg:grid-cols-3">
      <List
        title="Oldest reports"
        empty="Nothing is published."
        more={{ href: links.oldest, text: 'All by age' }}
      >
        {stalest.map(({ slug, name, publishedAt, days }) => (
          <Row key={slug} name={name} href={links.agent(slug)}>
            {days === 1 ? '1 day' : `${days} days`}, since{' '}
            <time dateTime={publishedAt.toISOString()}>{formatDay(publishedAt)}</time>
          </Row>
        ))}
      </List>
      <List title="Waiting to be published" empty="Every draft is published.">
        {drafts.map(({ slug, name, state, savedAt, savedBy }) => (
          <Row key={slug} name={name} href={links.agent(slug)}>
            {DRAFT_TEXTS[state]} · {savedBy},{' '}
            <time dateTime={savedAt.toISOString()}>{formatDay(savedAt)}</time>
          </Row>
        ))}
      </List>
      <List
        title="What colleagues did"
        empty={`Nothing by others is among the last ${countText(LOOKED_AT_MAX)} things that were done here.`}
        more={auditLog === null ? undefined : { href: auditLog, text: 'Audit log' }}
      >
        {deeds.map(({ id, at, sentence }) => (
          <li key={id} className="border-t border-line py-2 text-sm">
            <p className="break-words">{sentence}</p>
            <p className="text-xs text-ink-soft">
              <time dateTime={at.toISOString()}>{formatMinute(at)}</time>
            </p>
          </li>
        ))}
      </List>
    </div>
  )
}

function List({
  title,
  empty,
  more,
  children,
}: {
  title: string
  empty: string
  more?: { readonly href: string; readonly text: string } | undefined
  children: readonly ReactNode[]
}) {
  return (
    <section className="min-w-0">
      <div className="flex items-baseline justify-between gap-4 pb-2">
        <h2 className="text-base">{title}</h2>
        {more && children.length > 0 && (
          <Link href={more.href} className="py-0.5 text-xs">
            {more.text}
          </Link>
        )}
      </div>
      {children.length === 0 ? (
        <p className="border-t border-line py-2 text-sm text-ink-soft">{empty}</p>
      ) : (
        <ul>{children}</ul>
      )}
    </section>
  )
}

const Row = ({ name, href, children }: { name: string; href: string; children: ReactNode }) => (
  <li className="border-t border-line py-2 text-sm">
    <p className="font-semibold break-words">
      <NameLink href={href}>{name}</NameLink>
    </p>
    <p className="text-xs text-ink-soft">{children}</p>
  </li>
)
