import { Link } from '@/components/ui/link'
import type { AssessmentDocument } from '@/lib/assessment/document'

const LINKS = [
  ['listing', 'Public listing'],
  ['repository', 'Repository'],
  ['homepage', 'Home page'],
] as const

/** What the system is, and where else one can read about it. */
export function AgentProfile({ document }: { document: AssessmentDocument }) {
  const links = LINKS.flatMap(([key, label]) => {
    const url = document.links?.[key]
    return url === undefined ? [] : [{ label, url }]
  })
  return (
    <section aria-labelledby="profile" className="prose min-w-0 space-y-4">
      <h2 id="profile" className="text-lg">
        What it is
      </h2>
      {document.description !== undefined && <p className="whitespace-pre-line">{document.description}</p>}
      <h2 className="text-lg">What could go wrong</h2>
      <p className="whitespace-pre-line">{document.summary}</p>
      {links.length > 0 && (
        <ul className="space-y-1 text-sm">
          {links.map(({ label, url }) => (
            <li key={label}>
              <span className="text-ink-soft">{label}: </span>
              <a href={url} rel="nofollow noopener noreferrer" className="break-all">
                {url.replace(/^https?:\/\//, '')}
              </a>
            </li>
          ))}
        </ul>
      )}
      {document.tags !== undefined && document.tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-x-4 text-sm">
          {document.tags.map((tag) => (
            <li key={tag}>
              <Link href={`/?tag=${encodeURIComponent(tag)}`} className="inline-block py-0.5">
                #{tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
