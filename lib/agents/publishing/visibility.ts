import { z } from 'zod'

/** From hidden to public: nobody outside the workspace, whoever has a link, everybody. */
export const VISIBILITIES = ['private', 'link', 'listed'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const visibilitySchema = z.enum(VISIBILITIES)

export const VISIBILITY_LABELS: Readonly<Record<Visibility, string>> = {
  private: 'Private',
  link: 'By link',
  listed: 'In the library',
}
