import { formerNameAnswer } from '@/lib/http/former-name'
import { type Operation, serving } from '@/lib/http/operation'

/** Something about a listed agent that is no report. Under a former name of the agent it leads to the same under today's. */
export const listed = <Found>(form: {
  readonly find: (slug: string) => Promise<Found | undefined>
  readonly answer: (found: Found, slug: string) => Response | Promise<Response>
  readonly gone: () => Response | Promise<Response>
  readonly addressOf: (slug: string) => string
}): Operation =>
  serving(async ({ slug = '' }) => {
    const found = await form.find(slug)
    if (found !== undefined) return form.answer(found, slug)
    return (await formerNameAnswer(slug, form.addressOf)) ?? form.gone()
  })
