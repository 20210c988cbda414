import { Code, Sentence } from '@/components/reference/code'
import { FieldRow, Fields, Words } from '@/components/reference/fields'
import type { Meaning } from '@/lib/reference/fields'
import type { Answer, Entry } from '@/lib/reference/reference'

/** One operation: what it asks for, what it answers, and a command that works. */
export function Operation({ entry }: { entry: Entry }) {
  const { id, method, path, summary, description, scope } = entry
  return (
    <article aria-labelledby={id} className="mt-8 border-t border-line-strong pt-3">
      <h3 id={id} className="break-after-avoid text-lg">
        {summary}
      </h3>
      <p className="figures mt-1 text-sm break-words">
        <span className="mr-2 rounded-sm bg-accent-wash px-1.5 py-0.5 font-semibold text-accent">
          {method}
        </span>
        {path}
      </p>
      <p className="prose mt-2 text-sm">
        {description !== null && (
          <>
            <Sentence text={description} />{' '}
          </>
        )}
        <span className="text-ink-soft">
          {scope === null ? (
            'Needs no token.'
          ) : (
            <>
              Needs a <a href="#tokens">token</a> with the scope <strong>{scope}</strong>.
            </>
          )}
        </span>
      </p>
      <div className="grid grid-cols-1 gap-x-10 md:grid-cols-2">
        <Asked entry={entry} />
        <div>
          <h4 className="mt-4 text-sm font-semibold">Example</h4>
          <Code text={entry.curl} example={id} />
        </div>
      </div>
      <Answers entry={entry} />
    </article>
  )
}

function Asked({ entry: { parameters, body } }: { entry: Entry }) {
  return (
    <div>
      {parameters.length > 0 && (
        <>
          <h4 className="mt-4 text-sm font-semibold">Parameters</h4>
          <ul className="mt-2 border-t border-line text-sm">
            {parameters.map(({ place, field }) => (
              <li key={`${place} ${field.names}`} className="border-b border-line py-1.5">
                <FieldRow field={field} place={place} />
              </li>
            ))}
          </ul>
        </>
      )}
      {body && (
        <>
          <h4 className="mt-4 text-sm font-semibold">Body</h4>
          <BodyText body={body} />
        </>
      )}
      {parameters.length === 0 && !body && (
        <>
          <h4 className="mt-4 text-sm font-semibold">Parameters</h4>
          <p className="mt-1 text-sm text-ink-soft">None, and no body.</p>
        </>
      )}
    </div>
  )
}

const BodyText = ({ body }: { body: Meaning }) =>
  body.shape === null ? (
    <Fields fields={body.fields} />
  ) : (
    <p className="mt-1 text-sm">
      A <Words meaning={body} />, as JSON.
    </p>
  )

function Answers({ entry: { answers, problems } }: { entry: Entry }) {
  return (
    <>
      <h4 className="mt-4 text-sm font-semibold">Answers</h4>
      <ul className="mt-2 border-t border-line text-sm">
        {answers.map((answer) => (
          <li key={answer.status} className="border-b border-line py-1.5">
            <AnswerRow answer={answer} />
          </li>
        ))}
        <li className="py-1.5">
          Or a problem:
          {problems.map((status) => (
            <a key={status} href={`#problem-${status}`} className="figures ml-2 inline-block min-h-6">
              {status}
            </a>
          ))}
        </li>
      </ul>
    </>
  )
}

function AnswerRow({ answer: { status, description, headers, body, example } }: { answer: Answer }) {
  return (
    <>
      <p>
        <span className="figures mr-2 font-semibold">{status}</span>
        <Sentence text={description} />
        {body && body.kind !== 'object' && (
          <span className="text-ink-soft">
            {' '}
            It is a <Words meaning={body} />.
          </span>
        )}
      </p>
      {headers.map(({ name, description: text }) => (
        <p key={name} className="text-xs text-ink-soft">
          Header <span className="figures">{name}</span>: <Sentence text={text} />
        </p>
      ))}
      {body && body.fields.length > 0 && <Fields fields={body.fields} />}
      {example !== null && (
        <details>
          <summary className="min-h-6 cursor-pointer py-0.5 text-xs text-ink-soft">
            Example of the answer
          </summary>
          <Code text={example} />
        </details>
      )}
    </>
  )
}
