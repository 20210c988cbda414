import { findListedName } from '@/lib/library/published-report'

/** Under a former public name of a listed agent: the way to the same under today's. Nothing for every other name. */
export async function formerNameAnswer(
  slug: string,
  addressOf: (today: string) => string,
  query = '',
): Promise<Response | undefined> {
  const today = await findListedName(slug)
  if (today === undefined || today === slug) return undefined
  // Not for good: the name may become the present one again. Relative, so that no proxy is in the way.
  return new Response(null, {
    status: 307,
    headers: { location: `${addressOf(today)}${query}`, 'cache-control': 'no-store' },
  })
}
