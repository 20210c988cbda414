import type { Metadata } from 'next'
import { IMAGE } from '@/lib/report/preview-image'

type Shown = {
  readonly title: string
  readonly description: string
  /** Absolute, like that of the picture. */
  readonly url: string | null
  readonly image?: { readonly url: string; readonly alt: string } | null
}

/** What a chat or a feed shows of a link to a page. */
export const preview = ({ title, description, url, image = null }: Shown): Metadata => ({
  openGraph: {
    type: 'website',
    siteName: 'Fullscore',
    title,
    description,
    ...(url !== null && { url }),
    ...(image && { images: [{ ...image, ...IMAGE }] }),
  },
  twitter: { card: image ? 'summary_large_image' : 'summary' },
})
