import { Link } from '@/components/ui/link'

const PLACES = [
  { id: 'overview', path: '', name: 'Overview' },
  { id: 'members', path: '/members', name: 'Members' },
] as const

/** Which workspace this is, and the way around in it. */
export function WorkspaceHead({
  workspace: { slug, publicName },
  current,
}: {
  workspace: { readonly slug: string; readonly publicName: string }
  current: (typeof PLACES)[number]['id']
}) {
  return (
    <header className="mb-8 border-b border-line pb-3">
      <h1 className="text-xl break-words">{publicName}</h1>
      <nav aria-label="Workspace" className="mt-2 -ml-2 flex flex-wrap">
        {PLACES.map(({ id, path, name }) => (
          <Link
            key={id}
            href={`/w/${slug}${path}`}
            aria-current={id === current ? 'page' : undefined}
            className="rounded-sm px-2 py-1 text-sm text-ink-soft no-underline hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
    </header>
  )
}
