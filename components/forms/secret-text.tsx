import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

/** A link or a token that is shown this once, for one person, as soon as there is one. */
export function SecretText({
  title,
  text,
  copy,
  children,
}: {
  title: string
  text: string | undefined
  /** What the button that copies is called. */
  copy: string
  children?: ReactNode
}) {
  const isShown = text !== undefined
  return (
    <div
      className={isShown ? 'w-full max-w-md rounded-md border border-line bg-paper p-4 text-sm' : undefined}
    >
      {/* Here from the beginning, because what comes with its own announcement is often not announced. */}
      <div role="status">
        {isShown && (
          <>
            <p className="font-semibold">{title}</p>
            {children}
            <p className="figures mt-2 break-all">{text}</p>
          </>
        )}
      </div>
      {isShown && (
        <div key={text} className="mt-3">
          <CopyButton text={text} name={copy} />
        </div>
      )}
    </div>
  )
}
