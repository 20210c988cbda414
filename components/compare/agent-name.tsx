import { Link } from '@/components/ui/link'

/** Leads to where the agent is read, wherever there is such a place. */
export const AgentName = ({ name, href }: { name: string; href: string | null }) =>
  href === null ? (
    <span className="font-semibold">{name}</span>
  ) : (
    <Link href={href} className="font-semibold text-ink decoration-line-strong hover:text-accent">
      {name}
    </Link>
  )
