import { Link } from '@/components/ui/link'
import { Pages } from '@/components/ui/pages'
import type { DeedKind } from '@/lib/bulk/deed-kinds'
import type { ItemLine, ItemPage } from '@/lib/bulk/items'
import { tellReason } from '@/lib/bulk/reasons'
import type { ItemState, Tally } from '@/lib/bulk/runs'
import { DONE_WORDS } from '@/lib/bulk/words'

const STATE_NAMES: Readonly<Record<ItemState, string>> = {
  waiting: 'Not begun',
  done: 'Done',
  refused: 'Left as they are',
  undone: 'Undone',
  kept: 'Could not be undone',
}

/** What became of each agent. */
export function Outcomes({
  home,
  run,
  kind,
  tally,
  page: { items, next },
  state,
}: {
  /** The address of the workspace. */
  home: string
  run: string
  kind: DeedKind
  tally: Tally
  page: ItemPage
  state: ItemState | undefined
}) {
  const address = `${home}/runs/${run}`
  const states = Object.entries(STATE_NAMES).filter(([id]) => countOf(tally, id) > 0)
  const query = state === undefined ? '' : `state=${state}&`
  return (
    <section aria-labelledby="outcomes">
      <h3 id="outcomes" className="text-lg">
        Outcomes
      </h3>
      {states.length > 1 && (
        <nav aria-label="Outcomes" className="mt-1 -ml-2 flex flex-wrap text-sm">
          <Choice
            href={address}
            name={`All ${tally.asked.toLocaleString('en')}`}
            isCurrent={state === undefined}
          />
          {states.map(([id, name]) => (
            <Choice
              key={id}
              href={`${address}?state=${id}`}
              name={`${name} ${countOf(tally, id).toLocaleString('en')}`}
              isCurrent={id === state}
            />
          ))}
        </nav>
      )}
      <table className="mt-3 w-full max-w-3xl text-left text-sm">
        <thead className="text-xs text-ink-soft">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 pr-4 font-normal">
              Agent
            </th>
            <th scope="col" className="py-2 font-normal">
              Outcome
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.position} className="border-b border-line align-top">
              <th scope="row" className="w-2/5 py-2 pr-4 font-semibold break-words">
                <Name item={item} home={home} />
              </th>
              <td className="py-2">
                <Outcome item={item} kind={kind} home={home} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages next={next === null ? null : { href: `${address}?${query}after=${next}`, text: 'Next page' }} />
    </section>
  )
}

const countOf = (tally: Readonly<Record<string, number>>, state: string): number => tally[state] ?? 0

const Choice = ({ href, name, isCurrent }: { href: string; name: string; isCurrent: boolean }) => (
  <Link
    href={href}
    aria-current={isCurrent ? 'true' : undefined}
    className="rounded-sm px-2 py-1 text-ink-soft no-underline hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-ink"
  >
    {name}
  </Link>
)

const Name = ({ item: { name, slug }, home }: { item: ItemLine; home: string }) =>
  slug === null ? name : <Link href={`${home}/agents/${slug}`}>{name}</Link>

function Outcome({ item, kind, home }: { item: ItemLine; kind: DeedKind; home: string }) {
  const { state, reason, number, slug, isInTrash } = item
  if (state === 'refused' || state === 'kept')
    return (
      <>
        {state === 'kept' ? 'Could not be undone. ' : 'Left as it is. '}
        {tellReason(state, reason ?? '')}{' '}
        {reason === 'incomplete' && slug !== null && (
          <Link href={`${home}/agents/${slug}/publish`}>What is missing</Link>
        )}
      </>
    )
  if (state === 'waiting') return <span className="text-ink-soft">Not begun</span>
  if (state === 'undone') return 'Undone'
  if (kind === 'publish' && number !== null) return `Published as revision ${number}`
  return (
    <>
      {DONE_WORDS[kind]} {kind === 'delete' && isInTrash && <Link href={`${home}/trash`}>In the trash</Link>}
      {kind === 'share' && slug !== null && <Link href={`${home}/agents/${slug}/shares`}>Its links</Link>}
    </>
  )
}
