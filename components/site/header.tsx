import { SeverityMark } from '@/components/marks/severity'
import { ThemeSwitch } from '@/components/site/theme-switch'
import { Link } from '@/components/ui/link'
import type { ThemeChoice } from '@/lib/theme/choice'

const PLACES = [
  { href: '/', name: 'Library' },
  { href: '/compare', name: 'Compare' },
  { href: '/calculator', name: 'Calculator' },
  { href: '/method', name: 'Method' },
] as const

const PLACES_OF_MEMBERS = [
  { href: '/w', name: 'Workspace' },
  { href: '/account', name: 'Account' },
] as const

export function Header({ theme, isKnown }: { theme: ThemeChoice; isKnown: boolean }) {
  const places = [...PLACES, ...(isKnown ? PLACES_OF_MEMBERS : [{ href: '/sign-in', name: 'Sign in' }])]
  return (
    <header className="border-b border-line bg-paper print:hidden">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5 sm:px-6">
        <Link href="/" className="flex items-center gap-2 font-semibold tracking-tight text-ink no-underline">
          <SeverityMark severity="Critical" />
          Fullscore
        </Link>
        <nav aria-label="Main" className="order-last -mx-1.5 flex w-full flex-wrap sm:order-none sm:w-auto">
          {places.map(({ href, name }) => (
            <Link
              key={href}
              href={href}
              className="rounded-sm px-1.5 py-1 text-sm text-ink-soft no-underline hover:text-ink hover:underline sm:px-2"
            >
              {name}
            </Link>
          ))}
        </nav>
        <div className="ml-auto">
          <ThemeSwitch chosen={theme} />
        </div>
      </div>
    </header>
  )
}
