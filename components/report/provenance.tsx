import type { ReportView } from '@/lib/report/report-view'
import { HEADINGS, keepingWords, methodWords, revisionWords, type Words } from '@/lib/report/wording'

export function Provenance({ view }: { view: ReportView }) {
  return (
    <footer>
      <h2>{HEADINGS.provenance}</h2>
      <p>
        <Linked words={methodWords(view)} />
      </p>
      {view.description !== null && (
        <>
          <h3>{HEADINGS.system}</h3>
          <p>{view.description}</p>
        </>
      )}
      {view.detail && (
        <>
          <h3>{HEADINGS.vector}</h3>
          <p>
            <code className="vector">{view.detail.vector}</code>
          </p>
        </>
      )}
      <h3>{HEADINGS.citation}</h3>
      <p>{view.citation}</p>
      {view.revisions.length > 0 && (
        <>
          <h3>{HEADINGS.revisions}</h3>
          <ul className="revisions">
            {view.revisions.map((revision) => (
              <li key={revision.number}>
                <Linked words={revisionWords(revision, view.links)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="twins">
        <Linked words={keepingWords(view)} />
      </p>
    </footer>
  )
}

const Linked = ({ words }: { words: Words }) =>
  words.map((part) =>
    typeof part === 'string' ? (
      part
    ) : (
      <a key={part.url} href={part.url}>
        {part.text}
      </a>
    ),
  )
