import type { Group } from '@/lib/reference/reference'

const AROUND = [
  ['tokens', 'Tokens and scopes'],
  ['changes', 'Changing what others change too'],
  ['repeating', 'Repeating a request'],
  ['pages', 'Lists'],
  ['limits', 'Limits'],
  ['versions', 'Versions'],
  ['problems', 'Problems'],
  ['shapes', 'Shapes'],
] as const

export function Contents({ groups }: { groups: readonly Group[] }) {
  return (
    <nav aria-label="On this page" className="mt-6 gap-8 text-sm sm:columns-2 md:columns-3">
      <Section title="In general" links={AROUND} />
      {groups.map(({ id, title, operations }) => (
        <Section key={id} title={title} links={operations.map((one) => [one.id, one.summary] as const)} />
      ))}
    </nav>
  )
}

const Section = ({
  title,
  links,
}: {
  title: string
  links: readonly (readonly [id: string, text: string])[]
}) => (
  <div className="mb-4 break-inside-avoid">
    <p className="font-semibold">{title}</p>
    <ul>
      {links.map(([id, text]) => (
        <li key={id}>
          <a href={`#${id}`} className="inline-block py-0.5">
            {text}
          </a>
        </li>
      ))}
    </ul>
  </div>
)
