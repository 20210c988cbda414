import type { Metadata } from 'next'
import { FactorRubric } from '@/components/method/factor-rubric'
import { FormulaHistory } from '@/components/method/formula-history'
import { LayerGuide } from '@/components/method/layer-guide'
import { ScoreReading } from '@/components/method/score-reading'

export const metadata: Metadata = {
  title: 'Method',
  description: 'How AIVSS and MAESTRO work here: ten factors and their rubric, three formulas, seven layers.',
}

const PARTS = [
  ['reading', 'How to read a score'],
  ['formulas', 'Formulas and their history'],
  ['factors', 'Factors and rubric'],
  ['layers', 'Layers, threats and chains'],
] as const

export default function MethodPage() {
  return (
    <>
      <h1 className="text-2xl">Method</h1>
      <p className="prose mt-3 text-ink-soft">
        A threat model here has two halves. AIVSS puts a number on how much an agent's own nature adds to a
        weakness; MAESTRO says in words where in the system it can go wrong. Where the published papers
        contradict each other, the contradiction is shown and not settled quietly.
      </p>
      <nav aria-label="On this page" className="mt-5 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {PARTS.map(([id, title]) => (
          <a key={id} href={`#${id}`} className="inline-block py-0.5">
            {title}
          </a>
        ))}
      </nav>
      <ScoreReading />
      <FormulaHistory />
      <FactorRubric />
      <LayerGuide />
    </>
  )
}
