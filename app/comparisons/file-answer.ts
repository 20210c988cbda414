import type { ReadComparison } from '@/app/compare/read'
import { comparisonIn } from '@/app/comparisons/forms'
import { voiceOf } from '@/app/reports/voices'
import { AGENTS_MIN, type ComparedAgent } from '@/lib/compare/compared-agent'
import { COMPARISON_FILES, type ComparisonFile } from '@/lib/compare/files'
import { comparisonPaper } from '@/lib/compare/paper'
import { present } from '@/lib/compare/present'
import { listOf } from '@/lib/compare/words'
import type { PathParams } from '@/lib/http/operation'
import { registry } from '@/lib/registry'

const FILE = 'comparison.'

/** Which form the last part of an address asks for: `comparison.csv`. The page has an address of its own. */
export function fileForm({ file = '' }: PathParams): ComparisonFile | undefined {
  const ending = file.startsWith(FILE) ? file.slice(FILE.length) : ''
  return COMPARISON_FILES.find(({ form }) => form === ending)?.form
}

/** A comparison as a file that says what its page says; one that would lack an agent is none. */
export function comparisonFile(
  form: ComparisonFile | undefined,
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

const NO_FORM = `A comparison can be had as ${listOf(COMPARISON_FILES.map(({ form }) => FILE + form))}.`
const TOO_FEW = 'A comparison has two to six agents. Name them in the address, as in ?agents=one,another.'
