import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GENERATED_FILES } from '@/scripts/generated-files'

test.each(GENERATED_FILES)(
  '$path is what the code generates (else: npm run generate)',
  ({ path, content }) => {
    expect(readFileSync(path, 'utf8')).toBe(content)
  },
)
