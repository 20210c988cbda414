import type { ReactNode } from 'react'

/** Things that a workspace has given out, such as links and tokens. */
export const Entries = ({ children }: { children: ReactNode }) => (
  <ul className="max-w-3xl border-t border-line">{children}</ul>
)

/** One of them: what it is, beside it the way to take it back, and below what there is to do with it. */
export const Entry = ({
  takeBack,
  below,
  children,
}: {
  takeBack?: ReactNode
  below?: ReactNode
  children: ReactNode
}) => (
  <li className="border-b border-line py-4 text-sm">
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
      <div className="space-y-0.5 break-words">{children}</div>
      {takeBack}
    </div>
    {below}
  </li>
)
