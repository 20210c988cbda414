import { SeverityChip } from '@/components/marks/severity'
import { Part } from '@/components/method/part'
import { formatTenths } from '@/lib/aivss/decimal'
import { SEVERITIES } from '@/lib/aivss/severity'

export function ScoreReading() {
  return (
    <Part id="reading" title="How to read a score">
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-[1fr_16rem]">
        <div className="prose space-y-4">
          <p>
            The number is a rank, not a quantity. An agent at 8.0 is not twice as dangerous as one at 4.0, and
            a mean of scores says nothing, so this product never shows one. Read the band first; within a
            band, 9.4 and 9.7 call for the same attention.
          </p>
          <p>
            Every score is computed in whole numbers, rounded half up to one decimal and capped at 10.0. A
            score keeps the formula and the factor set it was made with for good: a later formula is shown
            beside it and never replaces it. Scores of different formulas are not ranked in one list without
            saying so.
          </p>
          <p>
            A value that no paper lists is allowed and is marked as off the published list wherever the score
            stands. A CVSS base given as a bare number is marked as asserted, because nobody can check how it
            came about.
          </p>
        </div>
        <table className="w-full self-start text-sm">
          <caption className="mb-1 text-left text-xs text-ink-soft">Severity bands</caption>
          <tbody>
            {SEVERITIES.map(({ id, minTenths, maxTenths }) => (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  <SeverityChip severity={id} />
                </th>
                <td className="figures text-right">
                  {formatTenths(minTenths)}
                  {maxTenths !== minTenths && ` – ${formatTenths(maxTenths)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}
