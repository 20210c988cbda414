import { expect, test } from 'vitest'
import { lookAt } from '@/components/charts/series'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'

const looks = Array.from({ length: AGENTS_MAX }, (_, place) => lookAt(place))

test.each(['dashes', 'marker', 'letter', 'fill', 'colour'] as const)(
  'as many agents as a comparison has are told apart by their %s alone',
  (part) => {
    expect(new Set(looks.map((look) => look[part])).size).toBe(AGENTS_MAX)
  },
)
