import { Link } from '@/components/ui/link'

type Way = { readonly href: string; readonly text: string }

/** The ways through a list that goes on. */
export const Pages = ({
  back,
  next,
  className = '',
}: {
  back?: Way | null
  next: Way | null
  className?: string
}) => (
  <nav aria-label="Pages" className={`mt-6 flex justify-between text-sm empty:hidden ${className}`}>
    {back && <Link href={back.href}>{back.text}</Link>}
    {next && (
      <Link rel="next" className="ml-auto" href={next.href}>
        {next.text}
      </Link>
    )}
  </nav>
)
