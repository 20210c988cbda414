import type { Reading } from '@/app/w/[workspace]/agents/new/reading'
import { ScoreFigure } from '@/components/marks/severity'
import type { ImportForm } from '@/lib/exchange/imported'

const FORMS: Readonly<Record<ImportForm, string>> = {
  document: 'A document',
  twin: 'The data of a published report; its document was read',
  'report-text': 'The text of a report page',
}

/** What an agent would be made of, and every remark on the way there. */
export function Understood({ reading }: { reading: Reading }) {
  const { form, name, score, rated, written, missing, remarks } = reading
  const rows = [
    ['Read as', FORMS[form]],
    ['Name', name ?? 'None was found; give it one in the editor'],
    ['Factors', `${rated} of 10 rated`],
    ['Layers', `${written} of 7 written`],
    [
      'For publishing',
      missing === 0
        ? 'Nothing is missing'
        : `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing`,
    ],
  ] as const
  return (
    <section aria-labelledby="understood" className="border-l-3 border-accent bg-paper px-4 py-3 text-sm">
      <h3 id="understood" className="font-semibold">
        This is what was understood. Nothing is stored yet.
      </h3>
      <dl className="mt-2 grid grid-cols-[7rem_1fr] gap-x-4 gap-y-1">
        {rows.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="break-words">{text}</dd>
          </div>
        ))}
        <dt className="text-ink-soft">Score</dt>
        <dd>
          {score === null ? (
            'None yet: it needs CVSS and all ten factors'
          ) : (
            <ScoreFigure score={score.score} severity={score.severity} />
          )}
        </dd>
      </dl>
      {remarks.length > 0 && (
        <>
          <h4 className="mt-4 font-semibold">
            {remarks.length === 1 ? 'One remark' : `${remarks.length} remarks`}
          </h4>
          <ul className="mt-1 space-y-1.5">
            {remarks.map(({ where, message }) => (
              <li key={`${where} ${message}`} className="break-words">
                <span className="text-ink-soft">{where}: </span>
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
