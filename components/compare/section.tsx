import type { ReactNode } from 'react'

export const Section = ({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: ReactNode
  children: ReactNode
}) => (
  <section aria-labelledby={id} className="mt-14 print:mt-8">
    <h2 id={id} className="text-xl break-after-avoid">
      {title}
    </h2>
    {lead !== undefined && <p className="prose mt-1.5 text-sm text-ink-soft">{lead}</p>}
    <div className="mt-5">{children}</div>
  </section>
)
