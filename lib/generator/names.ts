import type { Kind } from '@/lib/assessment/kinds'
import { createRandom, type Random } from '@/lib/generator/random'
import { BRANDS, CITIES, COMPANY_FORMS, DOMAINS, ROLES, TRAITS } from '@/lib/generator/vocabulary'

const capital = (word: string): string =>
  word
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

const SUFFIXES: Readonly<Record<Kind, readonly string[]>> = {
  'mcp-server': ['MCP Server', 'MCP', 'Connector', 'MCP Gateway', 'Tools'],
  agent: ROLES,
  skill: ['Skill', 'Skills', 'Playbook', 'Recipe'],
  framework: ['Framework', 'Runtime', 'Orchestrator', 'SDK', 'Kit'],
  other: ['Service', 'Bridge', 'Workbench', 'Console'],
}

/** Such as Tarnix Payments MCP Server, Kyoto Claims Clerk or Velora Runtime. */
export function nameOf(random: Random, kind: Kind): string {
  const suffix = random.pick(SUFFIXES[kind])
  const chance = random.next()
  if (chance < 0.7) return `${random.pickFrequent(BRANDS)} ${capital(random.pickFrequent(DOMAINS))} ${suffix}`
  if (chance < 0.85) return `${random.pick(CITIES)} ${capital(random.pickFrequent(DOMAINS))} ${suffix}`
  return `${random.pick(BRANDS)} ${suffix}`
}

const VENDORS: readonly string[] = BRANDS.slice(0, 640).map((brand, index) => {
  const random = createRandom(13, index)
  return random.isIn(0.25) ? brand : `${brand} ${random.pick(COMPANY_FORMS)}`
})

export const vendorOf = (random: Random): string | undefined =>
  random.isIn(0.08) ? undefined : random.pickFrequent(VENDORS)

/** Some of all, most of few: what the agent is about first, then how it is made and run. */
export function tagsOf(random: Random): string[] {
  const tags = new Set([random.pickFrequent(DOMAINS)])
  const more = random.below(5)
  for (let count = 0; count < more; count += 1)
    tags.add(random.isIn(0.7) ? random.pickFrequent(TRAITS) : random.pickFrequent(DOMAINS))
  if (random.isIn(0.04)) tags.add(`${random.pick(DOMAINS)}-${random.pick(TRAITS)}`.slice(0, 40))
  return [...tags]
}
