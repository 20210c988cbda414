import { addresses } from '@/lib/report/addresses'
import { IMAGE } from '@/lib/report/preview-image'
import type { ReportView } from '@/lib/report/report-view'

/** How large the card is shown where nobody says how much room there is. */
const CARD = { widthMin: 280, width: 480, widthMax: 640, height: 240 } as const
/** The room that whoever asks has. */
export type Room = { readonly maxwidth?: number | undefined; readonly maxheight?: number | undefined }

/** An answer of oEmbed 1.0: the card in a frame where it may be shown, and a link with a picture where not. */
export type Oembed = Readonly<Record<string, string | number>> & { readonly type: 'rich' | 'link' }

export function oembedOf(
  view: ReportView,
  {
    slug,
    publicUrl,
    mayFrame,
    room,
  }: {
    readonly slug: string
    readonly publicUrl: string
    readonly mayFrame: boolean
    readonly room: Room
  },
): Oembed {
  const { maxwidth = Number.POSITIVE_INFINITY, maxheight = Number.POSITIVE_INFINITY } = room
  const title = `${view.title} · ${view.score} ${view.severity}`
  const common = {
    version: '1.0',
    title,
    author_name: view.byline,
    provider_name: 'Fullscore',
    provider_url: `${publicUrl}/`,
    ...(view.links.twins && maxwidth >= IMAGE.width && maxheight >= IMAGE.height
      ? {
          thumbnail_url: view.links.twins.image,
          thumbnail_width: IMAGE.width,
          thumbnail_height: IMAGE.height,
        }
      : {}),
  }
  const fits = maxwidth >= CARD.widthMin && maxheight >= CARD.height
  if (!mayFrame || !fits) return { type: 'link', ...common }
  const width = Math.min(CARD.width, Math.floor(maxwidth))
  const html = frameHtml(`${publicUrl}${addresses.embed(slug)}`, title, width)
  return { type: 'rich', ...common, html, width, height: CARD.height }
}

/** The line that puts the card into a page. */
export const frameHtml = (src: string, title: string, width: number = CARD.width): string =>
  `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="${width}" height="${CARD.height}" loading="lazy" style="border:0;max-width:100%"></iframe>`

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const PATH = /^\/agents\/([a-z0-9-]{1,80})(?:\/threat-model(?:\/[1-9]\d{0,9})?)?$/

/** The name of the agent that an address of this installation is about: its listing or a page of its report. */
export function slugInAddress(address: string, publicUrl: string): string | undefined {
  const prefix = `${publicUrl}/`
  if (!address.startsWith(prefix)) return undefined
  const [path = ''] = address.slice(publicUrl.length).split(/[?#]/)
  return PATH.exec(path)?.[1]
}
