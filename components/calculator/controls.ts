import type { CalculatorState } from '@/lib/calculator/state'

/** What the parts of the calculator share: the state, how to change it, and what is wrong at a path. */
export type Controls = {
  readonly state: CalculatorState
  readonly change: (part: Partial<CalculatorState>) => void
  readonly issueAt: (path: string) => string | undefined
}
