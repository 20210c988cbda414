import { Link } from '@/components/ui/link'
import { mayDo, type Role } from '@/lib/access/roles'

/** Each with the right that its page asks for: nobody is offered what is not there for them. */
const PLACES = [
  { id: 'overview', path: '', name: 'Overview', action: 'workspace.read' },
  { id: 'agents', path: '/agents', name: 'Agents', action: 'agent.read' },
  { id: 'compare', path: '/compare', name: 'Compare', action: 'agent.read' },
  { id: 'shares', path: '/shares', name: 'Shares', action: 'agent.read' },
  { id: 'members', path: '/members', name: 'Members', action: 'member.read' },
  { id: 'trash', path: '/trash', name: 'Trash', action: 'agent.read' },
  { id: 'settings', path: '/settings', name: 'Settings', action: 'settings.manage' },
  { id: 'tokens', path: '/tokens', name: 'Tokens', action: 'token.manage' },
  { id: 'audit', path: '/audit', name: 'Audit', action: 'audit.read' },
] as const

/** Which workspace this is, and the way around in it. */
export function WorkspaceHead({
  workspace: { slug, publicName, role },
  current,
}: {
  workspace: { readonly slug: string; readonly publicName: string; readonly role: Role }
  /** Absent on a page below one of these. */
  current?: (typeof PLACES)[number]['id']
}) {
  return (
    <header className="mb-8 border-b border-line pb-3">
      <h1 className="text-xl break-words">{publicName}</h1>
      <nav aria-label="Workspace" className="mt-2 -ml-2 flex flex-wrap print:hidden">
        {PLACES.filter(({ action }) => mayDo(role, action)).map(({ id, path, name }) => (
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
