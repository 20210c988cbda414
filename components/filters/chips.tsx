import { KeepHand } from '@/components/ui/keep-hand'
import { Link } from '@/components/ui/link'
import type { Chip } from '@/lib/search/trait-texts'

/** What a list is narrowed down by; each of them is a way to the list without it. */
export function Chips({
  chips,
  without,
  all,
}: {
  chips: readonly Chip[]
  without: (key: string) => string
  /** The whole list. */
  all: string
}) {
  return (
    <KeepHand id="chips">
      {chips.length > 0 && (
        <ul aria-label="Active filters" className="mb-4 flex flex-wrap items-center gap-2 text-xs">
          {chips.map(({ key, text }) => (
            <li key={key} className="min-w-0">
              <Link
                href={without(key)}
                className="inline-flex min-h-7 max-w-full items-center gap-2 rounded-md border border-line-strong bg-paper px-2 text-ink no-underline hover:bg-sunken"
              >
                <span className="truncate">{text}</span>
                <span aria-hidden="true">×</span>
                <span className="sr-only">(take this filter away)</span>
              </Link>
            </li>
          ))}
          <li>
            <Link href={all}>Show everything</Link>
          </li>
        </ul>
      )}
    </KeepHand>
  )
}
