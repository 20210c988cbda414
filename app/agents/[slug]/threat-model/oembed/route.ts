import { z } from 'zod'
import { formerNameAnswer } from '@/lib/http/former-name'
import { reading } from '@/lib/http/operation'
import { notFound, notImplemented } from '@/lib/http/problems'
import { publicJson } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { findEmbedHosts } from '@/lib/library/embedding'
import { findListedName, findPublishedReport } from '@/lib/library/published-report'
import { registry } from '@/lib/registry'
import { addresses, publicPlace } from '@/lib/report/addresses'
import { oembedOf, slugInAddress } from '@/lib/report/oembed'
import { reportView } from '@/lib/report/report-view'

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'Use a whole number of pixels, such as 480.')
  .transform(Number)
  .optional()

/** Not strict, unlike every other query: those who ask send what they like along, and the specification lets them. */
const querySchema = z.object({
  url: z.string({ error: 'Say which page it is about: the address of the report, percent-encoded.' }),
  format: z.string().optional(),
  maxwidth: pixels,
  maxheight: pixels,
})

/** What a page says that shows a link to a report: oEmbed 1.0, section 2.2 and 2.3. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({
    query: querySchema,
    handle: async ({ request, params: { slug = '' }, query: { url, format = 'json', ...room } }) => {
      const moved = await formerNameAnswer(slug, addresses.oembed, new URL(request.url).search)
      if (moved) return moved
      const { publicUrl } = registry()
      const report = (await isAbout(url, slug)) ? await findPublishedReport(slug) : null
      if (!report) return notFound('No listed agent has its report at this url.')
      if (format !== 'json') return notImplemented('Ask for format=json, which is the only one here.')
      const mayFrame = (await findEmbedHosts(slug)).length > 0
      const view = reportView(report, publicUrl, publicPlace(slug))
      return publicJson(oembedOf(view, { slug, publicUrl, mayFrame, room }))
    },
  }),
})

/** A link may name the agent as it was called before. */
async function isAbout(url: string, slug: string): Promise<boolean> {
  const named = slugInAddress(url, registry().publicUrl)
  return named !== undefined && (named === slug || (await findListedName(named)) === slug)
}
