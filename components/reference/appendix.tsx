import { Part } from '@/components/method/part'
import { Code, Sentence } from '@/components/reference/code'
import { Fields } from '@/components/reference/fields'
import type { Reference } from '@/lib/reference/reference'

/** What is told once and referred to from everywhere: every problem. */
export function Problems({ problems, common }: Pick<Reference, 'problems' | 'common'>) {
  return (
    <Part id="problems" title="Problems">
      <p className="prose">
        Whatever is refused is answered as <code>application/problem+json</code> (RFC 9457):{' '}
        <code>detail</code> says what to do, and <code>errors</code> names every value that cannot be accepted
        by its place. Every answer carries an <code>X-Request-Id</code>, by which whoever runs this
        installation finds the request in the log. Every operation may answer {common.slice(0, -1).join(', ')}{' '}
        or {common.at(-1)}; the others stand with those that do.
      </p>
      <ul>
        {problems.map(({ status, description, headers, example }) => (
          <li key={status} id={`problem-${status}`}>
            <p>
              <dfn>{status}</dfn> <Sentence text={description} />
            </p>
            {headers.map(({ name, description: text }) => (
              <p key={name} className="text-xs text-ink-soft">
                Header <code>{name}</code>: <Sentence text={text} />
              </p>
            ))}
            <details>
              <summary>Example of problem {status}</summary>
              <Code text={example} />
            </details>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** And every shape that has a name. */
export function Shapes({ shapes }: Pick<Reference, 'shapes'>) {
  return (
    <Part id="shapes" title="Shapes">
      <p className="prose">
        A request may hold the fields named here and no others. Texts hold no control characters, lengths
        count characters as people do, and moments are in UTC. The shapes of documents stand as JSON Schema
        under <a href="/schema/assessment-1.json">/schema</a> too.
      </p>
      {shapes.map(({ name, fields }) => (
        <section key={name} aria-labelledby={`shape-${name}`} className="mt-6">
          <h3 id={`shape-${name}`} className="text-base">
            {name}
          </h3>
          <Fields fields={fields} />
        </section>
      ))}
    </Part>
  )
}
