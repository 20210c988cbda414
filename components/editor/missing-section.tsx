'use client'

import { useReading } from '@/components/editor/readings'
import { anchorOf } from '@/lib/editor/anchors'

/** What publishing still needs, each a link to its field. */
export function MissingSection() {
  const { missing } = useReading()
  return (
    <section aria-labelledby="missing">
      <h2 id="missing" className="text-lg">
        Before it can be published
      </h2>
      {missing.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">Nothing is missing.</p>
      ) : (
        <>
          <p className="mt-1 text-xs text-ink-soft">
            {missing.length === 1 ? 'One thing is missing.' : `${missing.length} things are missing.`}
          </p>
          <ul className="mt-2 space-y-1 text-sm">
            {missing.map(({ path, message }) => (
              <li key={path + message}>
                <a href={`#${anchorOf(path)}`} className="inline-block min-h-6">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
