import { Link } from '@/components/ui/link'

export type ChoiceLink = { readonly name: string; readonly href: string; readonly isChosen: boolean }

/** One of several ways to look at the page, each an address. */
export const Choices = ({ name, choices }: { name: string; choices: readonly ChoiceLink[] }) => (
  <nav aria-label={name} className="flex flex-wrap items-center gap-x-1 gap-y-1 text-xs">
    <span aria-hidden="true" className="mr-1 text-ink-soft">
      {name}
    </span>
    {choices.map(({ name: choice, href, isChosen }) => (
      <Link
        key={choice}
        href={href}
        scroll={false}
        aria-current={isChosen ? 'true' : undefined}
        className="inline-flex min-h-7 items-center rounded-sm border border-line px-2 text-ink-soft no-underline hover:bg-sunken aria-[current]:border-ink aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink"
      >
        {choice}
      </Link>
    ))}
  </nav>
)
