import { PUBLISHED_SCHEMAS } from '@/lib/assessment/published-schemas'
import { themeCss } from '@/lib/theme/css'

/** Files that are kept under version control although a program writes them: `npm run generate` does. */
export const GENERATED_FILES: readonly { readonly path: string; readonly content: string }[] = [
  ...PUBLISHED_SCHEMAS,
  { path: 'app/generated/theme.css', content: `${themeCss()}\n` },
]
