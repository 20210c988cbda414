import { parseThemeChoice, THEME_COOKIE, THEME_COOKIE_AGE_SECONDS } from '@/lib/theme/choice'

/** The theme switch without script: remembers the choice and returns to the page it was made on. */
export async function POST(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text())
  const choice = parseThemeChoice(form.get('theme'))
  return new Response(null, {
    status: 303,
    headers: {
      location: pathOf(request.headers.get('referer')),
      'set-cookie': `${THEME_COOKIE}=${choice}; Path=/; Max-Age=${THEME_COOKIE_AGE_SECONDS}; SameSite=Lax`,
    },
  })
}

/** Only the path is taken, so that nobody is sent to another host. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`
}
