import type { Metadata } from 'next'
import { Calculator } from '@/components/calculator/calculator'
import { readCalculator, scoreState } from '@/lib/calculator/state'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'

export const metadata: Metadata = {
  title: 'Calculator',
  description: 'Score an AI agent by hand with OWASP AIVSS: three formulas side by side, every step shown.',
}

export default async function CalculatorPage({ searchParams }: { searchParams: SearchParams }) {
  const start = readCalculator(flatQuery(await searchParams))
  const computed = scoreState(start)
  return (
    <>
      <h1 className="text-2xl">Calculator</h1>
      <p className="prose mt-3 mb-10 text-ink-soft">
        Rate an agent by hand. Everything on this page stands in its address, so a case can be kept, sent and
        quoted.
      </p>
      <Calculator start={start} computed={computed.ok ? computed.value : null} />
    </>
  )
}
