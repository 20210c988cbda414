import { Link } from '@/components/ui/link'
import { DEED_KINDS, DEED_NAMES } from '@/lib/bulk/deed-kinds'

/** What can be done to everything that a list shows on all of its pages. */
export const AllThatMatch = ({
  workspace,
  what,
  query,
}: {
  workspace: string
  /** What it is done to, in words. */
  what: string
  /** What they have in common. */
  query: string
}) => (
  <details className="open:basis-full">
    <summary className="w-fit cursor-pointer text-accent">With {what}</summary>
    <ul className="flex flex-wrap gap-x-4 gap-y-1 py-1">
      {DEED_KINDS.map((kind) => (
        <li key={kind}>
          <Link
            href={`/w/${workspace}/runs/new?all=yes&deed=${kind}${query && `&${query}`}`}
            className="inline-block py-0.5"
          >
            {DEED_NAMES[kind]}
            <span className="sr-only"> {what}</span>
          </Link>
        </li>
      ))}
    </ul>
  </details>
)
