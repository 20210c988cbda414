import { CertaintyMark } from '@/components/marks/certainty'
import { RatingBar } from '@/components/marks/rating-bar'
import { addresses } from '@/lib/report/addresses'
import type { ReportDetail } from '@/lib/report/report-detail'

/** The report in figures: every row leads to its place in the report. */
export function AgentFacts({ detail, slug }: { detail: ReportDetail; slug: string }) {
  const report = addresses.report(slug)
  return (
    <section aria-labelledby="facts" className="text-sm">
      <h2 id="facts" className="text-lg">
        In figures
      </h2>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-1">
        {detail.header.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="figures text-right font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {detail.notices.length > 0 && (
        <ul
          aria-label="Notices"
          className="mt-4 space-y-2 border-l-3 border-medium-mark pl-3 text-xs text-ink-soft"
        >
          {detail.notices.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <h3 className="mt-6 mb-2 font-semibold">Ten factors</h3>
      <table className="w-full">
        <tbody>
          {detail.factors.map(({ id, name, value, hundredths }) => (
            <tr key={id}>
              <th scope="row" className="py-1 pr-3 text-left font-normal">
                <a href={`${report}#${id}`} className="text-ink no-underline hover:underline">
                  {name}
                </a>
              </th>
              <td className="w-20">
                <RatingBar
                  hundredths={hundredths}
                  className="h-2 w-full fill-accent"
                  track="fill-line"
                  tick="fill-canvas"
                />
              </td>
              <td className="figures w-12 text-right">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="mt-6 mb-2 font-semibold">Seven layers</h3>
      <ul className="space-y-1">
        {detail.layers.map(({ id, name, certainty }) => (
          <li key={id} className="border-t border-line pt-1">
            <a href={`${report}#${id}`} className="text-ink no-underline hover:underline">
              <span className="font-semibold text-ink-faint">{id}</span> {name}
            </a>
            <br />
            <CertaintyMark certainty={certainty} />
          </li>
        ))}
      </ul>
    </section>
  )
}
