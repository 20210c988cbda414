import { Fragments, Marked } from '@/components/filters/found'
import { ScoreFigure } from '@/components/marks/severity'
import { CompareTick } from '@/components/tray/compare-tick'
import { Link } from '@/components/ui/link'
import { NameLink } from '@/components/ui/name-link'
import { formulaOf } from '@/lib/aivss/formulas'
import { NOTICE_LABELS } from '@/lib/aivss/notices'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import type { LibraryRow } from '@/lib/library/row'
import { addresses } from '@/lib/report/addresses'
import { formatDay, isoDay } from '@/lib/report/dates'
import { type Fragment, markWords } from '@/lib/search/highlight'

/** Agents, and what of them was searched for. */
type Found = {
  readonly rows: readonly LibraryRow[]
  readonly words: readonly string[]
  readonly fragments: ReadonlyMap<string, readonly Fragment[]>
}

/** The agents in their order; ranked by score, those of different formulas stand in groups of their own. */
export function AgentList({ ranked, ...found }: Found & { ranked: boolean }) {
  const { rows } = found
  if (!ranked) return <Rows {...found} namesFormula />
  const formulas = [...new Set(rows.map(({ formula }) => formula))]
  return formulas.map((id) => (
    <section key={id} aria-labelledby={id} className="mb-10">
      <h2 id={id} className="border-b-2 border-ink pb-1.5 text-sm font-semibold">
        Scored with {formulaOf(id).title}
      </h2>
      <Rows {...found} rows={rows.filter(({ formula }) => formula === id)} namesFormula={false} />
    </section>
  ))
}

/** Outside of the groups each score says which formula it is of. */
function Rows({ rows, words, fragments, namesFormula }: Found & { namesFormula: boolean }) {
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.slug} className="border-b border-line">
          <Row
            row={row}
            words={words}
            fragments={fragments.get(row.slug) ?? []}
            namesFormula={namesFormula}
          />
        </li>
      ))}
    </ol>
  )
}

/** What changes how the number of a row is read; the rest is said where the score explains itself. */
const SHOWN_NOTICES = [
  'withdrawn-formula',
  'below-cvss-base',
  'capped',
  'threat-multiplier-off-list',
  'mitigation-factor-off-list',
] as const

function Row({
  row,
  words,
  fragments,
  namesFormula,
}: {
  row: LibraryRow
  words: readonly string[]
  fragments: readonly Fragment[]
  namesFormula: boolean
}) {
  // Headings leave out no level: the groups of a ranking have one of their own.
  const Heading = namesFormula ? 'h2' : 'h3'
  const marks = SHOWN_NOTICES.filter((code) => row.notices.includes(code)).map((code) => NOTICE_LABELS[code])
  return (
    <article className="grid gap-x-6 gap-y-1.5 py-5 sm:grid-cols-[9.5rem_1fr]">
      <p className="leading-none">
        <ScoreFigure score={row.score_tenths / 10} severity={row.severity} />
      </p>
      <div className="min-w-0">
        <Heading className="text-base leading-snug">
          <NameLink href={addresses.listing(row.slug)}>
            <Marked parts={markWords(row.name, words)} />
          </NameLink>
        </Heading>
        <p className="mt-0.5 text-xs text-ink-soft">
          {KIND_LABELS[row.kind]}
          {row.vendor !== '' && ` · ${row.vendor}`} ·{' '}
          <time dateTime={isoDay(row.published_at)}>{formatDay(row.published_at)}</time>
          {namesFormula && ` · ${formulaOf(row.formula).title}`}
        </p>
        {marks.length > 0 && (
          <p className="mt-0.5 text-xs font-medium text-medium-mark">Score: {marks.join(', ')}</p>
        )}
        <p className="prose mt-2 line-clamp-3 text-sm text-ink-soft">
          <Marked parts={markWords(row.summary, words)} />
        </p>
        <Fragments fragments={fragments} />
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
          <a href={addresses.report(row.slug)} className="inline-block py-0.5 font-semibold">
            Read the threat model<span className="sr-only"> of {row.name}</span>
          </a>
          <CompareTick agent={row.slug} name={row.name} />
          {row.tags.map((tag) => (
            <Link
              key={tag}
              href={`/?tag=${encodeURIComponent(tag)}`}
              className="inline-block py-0.5 text-ink-soft no-underline hover:underline"
            >
              <span aria-hidden="true">#</span>
              {tag}
            </Link>
          ))}
        </p>
      </div>
    </article>
  )
}
