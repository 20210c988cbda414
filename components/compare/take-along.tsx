import type { Place } from '@/components/compare/place'
import { comparisonAddress } from '@/lib/compare/address'
import { COMPARISON_FILES } from '@/lib/compare/files'

/** The comparison as files, each saying what the page says now. */
export const TakeAlong = ({ place: { path, state } }: { place: Place }) => (
  <p className="mt-14 flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4 text-sm print:hidden">
    <span className="text-ink-soft">Take it along:</span>
    {COMPARISON_FILES.map(({ form, name }) => (
      <a
        key={form}
        href={comparisonAddress(`${path}/comparison.${form}`, state, { chart: undefined })}
        className="inline-block min-h-6"
      >
        {name}
      </a>
    ))}
  </p>
)
