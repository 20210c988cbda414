import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

/**
 * Sends a form of a page as a browser without script does: what tests need done and do not look at takes no browser.
 * The form is the one whose button has this name; the answer is the page that it leads to.
 */
export async function sendForm(
  api: APIRequestContext,
  path: string,
  button: string,
  typed: Readonly<Record<string, string>> = {},
  { expected, headers = {} }: { expected?: number; headers?: Record<string, string> } = {},
): Promise<APIResponse> {
  const hidden = await readForm(api, path, button)
  const answer = await api.post(path, { multipart: { ...hidden, ...typed }, headers })
  if (expected === undefined) expect(answer.status(), `${button} on ${path}`).toBeLessThan(400)
  else expect(answer.status(), `${button} on ${path}`).toBe(expected)
  return answer
}

/** What a page hides in the form whose button has this name: what says which action it is, and of what. */
export async function readForm(
  api: APIRequestContext,
  path: string,
  button: string,
): Promise<Record<string, string>> {
  const page = await (await api.get(path)).text()
  const form = page
    .match(/<form\b[\s\S]*?<\/form>/g)
    ?.find((one) => one.includes(`>${button}</button>`) || one.includes(`aria-label="${button}"`))
  if (form === undefined) throw new Error(`${path} has no form with a button ${button}`)
  return hiddenFields(form)
}

const hiddenFields = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]),
  )

const attribute = (tag: string, name: string): string =>
  (tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
