import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { daysBefore, SINCE_DAYS } from '@/lib/dashboard/since'
import { isoDay } from '@/lib/report/dates'

/** A plain form: from when on is a part of the address. */
export function SinceForm({ home, since, now }: { home: string; since: Date; now: Date }) {
  return (
    <form action={home} className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm print:hidden">
      {SINCE_DAYS.map((days) => {
        const day = isoDay(daysBefore(now, days))
        return (
          <Link
            key={days}
            href={`${home}?since=${day}`}
            aria-current={day === isoDay(since) ? 'true' : undefined}
            className="py-1 aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:no-underline"
          >
            {days} days
          </Link>
        )
      })}
      <div className="flex items-center gap-2">
        <label htmlFor="since" className="text-ink-soft">
          Since
        </label>
        <TextInput
          id="since"
          type="date"
          name="since"
          defaultValue={isoDay(since)}
          max={isoDay(now)}
          required
        />
      </div>
      <Button look="quiet">Show</Button>
    </form>
  )
}
