import type { ReadComparison } from '@/app/compare/read'
import { type ComparisonForm, comparisonIn, isComparisonForm } from '@/app/comparisons/forms'
import { voiceOf } from '@/app/reports/voices'
import { AGENTS_MIN, type ComparedAgent } from '@/lib/compare/compared-agent'
import { comparisonPaper } from '@/lib/compare/paper'
import { present } from '@/lib/compare/present'
import type { PathParams } from '@/lib/http/operation'
import { registry } from '@/lib/registry'

const FILE = 'comparison.'

/** Which form the last part of an address asks for: `comparison.csv`. The page has an address of its own. */
export function fileForm({ file = '' }: PathParams): Exclude<ComparisonForm, 'page'> | undefined {
  const form = file.startsWith(FILE) ? file.slice(FILE.length) : ''
  return isComparisonForm(form) && form !== 'page' ? form : undefined
}

/** A comparison as a file that says what its page says; one that would lack an agent is none. */
export function comparisonFile(
  form: Exclude<ComparisonForm, 'page'> | undefined,
  { settled: { agents, state, refused }, unread }: ReadComparison,
  { source, cacheControl, reader }: { source: string; cacheControl: string; reader: AbortSignal },
): Response | Promise<Response> {
  const [problem] = [...unread, ...refused]
  if (form === undefined) return voiceOf(form).gone(NO_FORM)
  if (problem) return voiceOf(form).gone(`${problem.path}: ${problem.message}`)
  if (agents.length < AGENTS_MIN) return voiceOf(form).gone(TOO_FEW)
  const { publicUrl } = registry()
  const { view, why } = present(agents.map(absolute), state)
  const paper = comparisonPaper(view.title, source, { publicUrl, now: new Date() })
  return comparisonIn(form, { view, why, paper, headers: { 'cache-control': cacheControl }, reader })
}

/** A file is read elsewhere. */
const absolute = (agent: ComparedAgent): ComparedAgent => ({
  ...agent,
  href: agent.href === null ? null : `${registry().publicUrl}${agent.href}`,
})

const NO_FORM =
  'A comparison can be had as comparison.csv, comparison.json, comparison.md, comparison.pdf and comparison.html.'
const TOO_FEW = 'A comparison has two to six agents. Name them in the address, as in ?agents=one,another.'
