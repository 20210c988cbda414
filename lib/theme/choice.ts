/** What a reader may choose; `system` is what they get without choosing. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

export const THEME_COOKIE = 'theme'
export const THEME_COOKIE_AGE_SECONDS = 365 * 24 * 60 * 60

export const parseThemeChoice = (text: string | null | undefined): ThemeChoice =>
  THEME_CHOICES.find((choice) => choice === text) ?? 'system'
