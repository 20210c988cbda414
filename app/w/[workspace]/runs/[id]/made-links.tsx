import { CopyButton } from '@/components/ui/copy-button'
import type { MadeLink } from '@/lib/bulk/step'

/** The links that were made before the eyes of whoever looks at this page, and at no other time. */
export function MadeLinks({ links, isOver }: { links: readonly MadeLink[]; isOver: boolean }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="made-links" className="rounded-md border border-line bg-paper p-4 text-sm">
      <h3 id="made-links" className="font-semibold">
        {links.length === 1
          ? 'The link is made, and shown only now'
          : 'The links are made, and shown only now'}
      </h3>
      <p className="mt-1 mb-3 text-ink-soft">
        {links.length === 1 ? 'Copy it' : 'Copy them'} before you leave this page
        {isOver ? '' : ' or continue'}, because no link is stored anywhere.
      </p>
      <CopyButton
        text={links.map(({ name, url }) => `${name}\t${url}`).join('\n')}
        name={links.length === 1 ? 'Copy link' : `Copy all ${links.length} links`}
      />
      <ul className="mt-3 space-y-2">
        {links.map(({ agentId, name, url }) => (
          <li key={agentId}>
            <span className="block break-words">{name}</span>
            <span className="figures block break-all">{url}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
