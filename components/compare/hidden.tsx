import type { Place } from '@/components/compare/place'
import { comparisonFields } from '@/lib/compare/address'

/** What a form of the page has to hand on so that its answer is the same comparison. */
export const Hidden = ({ place, without = [] }: { place: Place; without?: readonly string[] }) =>
  comparisonFields(place.state)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
