import { NameLink } from '@/components/ui/name-link'

/** Leads to where the agent is read, wherever there is such a place. */
export const AgentName = ({ name, href }: { name: string; href: string | null }) =>
  href === null ? (
    <span className="font-semibold">{name}</span>
  ) : (
    <NameLink href={href} className="font-semibold">
      {name}
    </NameLink>
  )
