'use client'

import { type SubmitEvent, useState } from 'react'
import { THEME_CHOICES, THEME_COOKIE, THEME_COOKIE_AGE_SECONDS, type ThemeChoice } from '@/lib/theme/choice'

const LABELS: Readonly<Record<ThemeChoice, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' }

/** A form that works by itself; with script the page changes its colours without loading again. */
export function ThemeSwitch({ chosen }: { chosen: ThemeChoice }) {
  const [current, setCurrent] = useState(chosen)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const choice = event.nativeEvent.submitter?.getAttribute('value')
    const next = THEME_CHOICES.find((one) => one === choice) ?? 'system'
    apply(next)
    setCurrent(next)
  }
  return (
    <form method="post" action="/theme" onSubmit={submit}>
      <fieldset className="flex rounded-md border border-line bg-paper p-0.5">
        <legend className="sr-only">Colours</legend>
        {THEME_CHOICES.map((choice) => (
          <button
            key={choice}
            type="submit"
            name="theme"
            value={choice}
            aria-pressed={choice === current}
            className="min-h-6 rounded-sm px-2 text-xs text-ink-soft hover:text-ink aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
          >
            {LABELS[choice]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

function apply(choice: ThemeChoice) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox of last year.
  document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${THEME_COOKIE_AGE_SECONDS}; samesite=lax`
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}
