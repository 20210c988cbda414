import { Fragment } from 'react'
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
        <small>
          {scope === null ? (
            'Needs no token.'
          ) : (
            <>
              Needs a <a href="#tokens">token</a> with the scope <strong>{scope}</strong>.
            </>
          )}
        </small>
      </p>
      <div className="grid grid-cols-1 gap-x-10 md:grid-cols-2">
        <Asked entry={entry} />
        <div>
          <h4>Example</h4>
          <Code text={entry.curl} example={id} />
        </div>
      </div>
      <Answers entry={entry} />
    </article>
  )
}

function Asked({ entry: { parameters, body, isBodyRequired } }: { entry: Entry }) {
  return (
    <div>
      {parameters.length > 0 && (
        <>
          <h4>Parameters</h4>
          <ul>
            {parameters.map(({ place, field }) => (
              <li key={`${place} ${field.names}`}>
                <FieldRow field={field} place={place} />
              </li>
            ))}
          </ul>
        </>
      )}
      {body && (
        <>
          <h4>Body{!isBodyRequired && ', which may be left out'}</h4>
          <BodyText body={body} />
        </>
      )}
      {parameters.length === 0 && !body && (
        <>
          <h4>Parameters</h4>
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
      <h4>Answers</h4>
      <ul>
        {answers.map((answer) => (
          <li key={answer.status}>
            <AnswerRow answer={answer} />
          </li>
        ))}
        <li>
          Or a problem:{' '}
          {problems.map((status) => (
            <Fragment key={status}>
              <a href={`#problem-${status}`}>{status}</a>,{' '}
            </Fragment>
          ))}
          or <a href="#problems">one that every operation may answer</a>
        </li>
      </ul>
    </>
  )
}

function AnswerRow({ answer: { status, description, headers, body, example } }: { answer: Answer }) {
  return (
    <>
      <p>
        <dfn>{status}</dfn> <Sentence text={description} />
        {body && body.kind !== 'object' && (
          <small>
            {' '}
            Body: <Words meaning={body} />.
          </small>
        )}
      </p>
      {headers.map(({ name, description: text }) => (
        <p key={name} className="text-xs text-ink-soft">
          Header <code>{name}</code>: <Sentence text={text} />
        </p>
      ))}
      {body && body.fields.length > 0 && <Fields fields={body.fields} />}
      {example !== null && (
        <details>
          <summary>Example of the answer</summary>
          <Code text={example} />
        </details>
      )}
    </>
  )
}
