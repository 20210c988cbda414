import { Sentence } from '@/components/reference/code'
import type { Field, Meaning } from '@/lib/reference/fields'

/** What a body or an answer holds; what is inside of a field opens below it. */
export function Fields({ fields }: { fields: readonly Field[] }) {
  // Where nothing may be missing it need not be said of each.
  const isToldApart = fields.some(({ isRequired }) => !isRequired)
  return (
    <ul>
      {fields.map((field) => (
        <li key={field.names.join()}>
          <FieldRow field={{ ...field, isRequired: field.isRequired && isToldApart }} />
        </li>
      ))}
    </ul>
  )
}

export function FieldRow({ field, place }: { field: Field; place?: string }) {
  const { names, isRequired, description, fields } = field
  return (
    <>
      <p>
        <dfn>{names.join(', ')}</dfn>{' '}
        <small>
          <Words meaning={field} />
          {place !== undefined && `, ${place}`}
          {isRequired && <strong>, required</strong>}
        </small>
      </p>
      {description !== null && (
        <p className="prose text-xs text-ink-soft">
          <Sentence text={description} />
        </p>
      )}
      {fields.length > 0 && (
        <details className="ml-3">
          <summary>
            Fields of {names.length > 3 ? `each of these ${names.length}` : names.join(' and ')}
          </summary>
          <Fields fields={fields} />
        </details>
      )}
    </>
  )
}

/** A value in words, with a link to where its fields are told. */
export function Words({ meaning: { kind, shape, limits, choices } }: { meaning: Meaning }) {
  return (
    <>
      {shape === null ? (
        kind
      ) : (
        <>
          {kind.slice(0, kind.indexOf(shape))}
          <a href={`#shape-${shape}`}>{shape}</a>
          {kind.slice(kind.indexOf(shape) + shape.length)}
        </>
      )}
      {choices.length > 0 && <span className="figures text-xs"> {choices.join(', ')}</span>}
      {limits.map((limit) => `, ${limit}`)}
    </>
  )
}
