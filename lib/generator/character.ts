import type { Kind } from '@/lib/assessment/kinds'
import type { Random } from '@/lib/generator/random'

/** What an agent is, from which its ratings follow together: a strong one acts on more, an exposed one hears more. */
export type Character = {
  readonly kind: Kind
  readonly power: number
  readonly exposure: number
  /** How little is public about it. */
  readonly obscurity: number
  /** How much those who describe it write down. */
  readonly care: number
}

export function createCharacter(random: Random): Character {
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  const power = clamp(0.5 + random.bell() * 0.4)
  return {
    kind: kindOf(random),
    power,
    exposure: clamp(0.35 + power * 0.3 + random.bell() * 0.35),
    obscurity: clamp(0.25 + random.bell() * 0.4),
    care: clamp(0.3 + random.bell() * 0.4),
  }
}

function kindOf(random: Random): Kind {
  const chance = random.next()
  if (chance < 0.55) return 'mcp-server'
  if (chance < 0.76) return 'agent'
  if (chance < 0.88) return 'skill'
  return chance < 0.96 ? 'framework' : 'other'
}
