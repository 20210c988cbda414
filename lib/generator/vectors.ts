import { createRandom, type Random } from '@/lib/generator/random'

type Version = { readonly prefix: string; readonly metrics: readonly (readonly [string, string])[] }

const V31: Version = {
  prefix: 'CVSS:3.1',
  metrics: [
    ...([
      ['AV', 'NNNAL'],
      ['AC', 'LLH'],
      ['PR', 'NLLH'],
      ['UI', 'NR'],
      ['S', 'UUC'],
    ] as const),
    ...([
      ['C', 'NLHH'],
      ['I', 'NLHH'],
      ['A', 'NLH'],
    ] as const),
  ],
}

const V40: Version = {
  prefix: 'CVSS:4.0',
  metrics: [
    ...([
      ['AV', 'NNNAL'],
      ['AC', 'LLH'],
      ['AT', 'NNP'],
      ['PR', 'NLLH'],
      ['UI', 'NPA'],
    ] as const),
    ...([
      ['VC', 'NLHH'],
      ['VI', 'NLHH'],
      ['VA', 'NLH'],
      ['SC', 'NLH'],
      ['SI', 'NLH'],
      ['SA', 'NNL'],
    ] as const),
  ],
}

/** A few that many share, as advisories are. */
export const VECTORS: readonly string[] = Array.from({ length: 40 }, (_, index) =>
  vectorOf(createRandom(17, index), index % 2 === 0 ? V31 : V40),
)

function vectorOf(random: Random, { prefix, metrics }: Version): string {
  return [prefix, ...metrics.map(([name, values]) => `${name}:${random.pick([...values])}`)].join('/')
}
