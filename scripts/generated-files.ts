import { PUBLISHED_SCHEMAS } from '@/lib/assessment/published-schemas'
import { openapi } from '@/lib/http/openapi'
import { themeCss } from '@/lib/theme/css'

/** Files that are kept under version control although a program writes them: `npm run generate` does. */
export const GENERATED_FILES: readonly { readonly path: string; readonly content: string }[] = [
  ...PUBLISHED_SCHEMAS,
  { path: 'app/generated/theme.css', content: `${themeCss()}\n` },
  // What the server answers at /api/v1/openapi.json, kept so that a change of it is seen by whoever reviews it.
  {
    path: 'docs/openapi-1.json',
    content: `${JSON.stringify(openapi('http://localhost:3000'), null, 2)}\n`,
  },
]
