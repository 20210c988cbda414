import { isExcerpt } from '@/lib/assessment/excerpt'
import type { Issue } from '@/lib/assessment/issues'
import { excessOf } from '@/lib/assessment/json-bounds'
import { twinSchema } from '@/lib/assessment/twin'
import { parseDraft } from '@/lib/assessment/versions'
import { err, ok, type Result } from '@/lib/base/result'
import type { Imported, ImportForm, ImportProblem } from '@/lib/exchange/imported'
import { jsonFlawOf } from '@/lib/exchange/json-flaw'

/** Reads a bare document, complete or not, or the twin of a report, of which the document alone is looked at. */
export function readJsonDocument(text: string): Result<Imported, ImportProblem[]> {
  const parsed = parse(text)
  if (!parsed.ok) return err([parsed.error])
  const excess = excessOf('document', parsed.value)
  if (excess !== undefined) return err(problemsOf([excess]))
  const value = withLineFeeds(parsed.value)
  if (isExcerpt(value)) return err([EXCERPT])
  return isTwin(value) ? readTwin(value) : readDraft(value, 'document', [])
}

const EXCERPT: ImportProblem = {
  where: 'sections',
  message:
    'This is an excerpt: the link that it comes from shows only a part of the report, and a part cannot be imported. Ask whoever shared it for the whole report.',
}

function parse(text: string): Result<unknown, ImportProblem> {
  try {
    return ok(JSON.parse(text))
  } catch {
    const flaw = jsonFlawOf(text)
    if (flaw === null) return err({ where: 'the document', message: 'This is not valid JSON.' })
    return err({ where: `line ${flaw.line}, column ${flaw.column}`, message: flaw.message })
  }
}

/** Windows ends lines with two characters; the schema knows one, so that equal texts are equal. */
function withLineFeeds(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n')
  if (Array.isArray(value)) return value.map(withLineFeeds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLineFeeds(inner)]))
}

const isTwin = (value: unknown): value is Record<string, unknown> & { readonly document: unknown } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'document')

function readTwin(twin: Record<string, unknown> & { readonly document: unknown }) {
  const known = Object.keys(twinSchema.shape)
  const foreign = Object.keys(twin)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      where: shorten(key),
      message: `“${shorten(key)}” is not a field of a report’s twin, which has ${known.join(', ')}; remove it.`,
    }))
  return readDraft(twin.document, 'twin', foreign)
}

const shorten = (key: string): string => (key.length > 80 ? `${key.slice(0, 80)}…` : key)

function readDraft(
  value: unknown,
  form: ImportForm,
  problems: readonly ImportProblem[],
): Result<Imported, ImportProblem[]> {
  const draft = parseDraft(value)
  const prefix = form === 'twin' ? 'document' : ''
  const all = [...problems, ...(draft.ok ? [] : problemsOf(draft.error, prefix))].slice(0, PROBLEMS_MAX)
  return draft.ok && all.length === 0 ? ok({ draft: draft.value, form, remarks: [] }) : err(all)
}

const PROBLEMS_MAX = 100

/** A path as it stands in what was pasted, so that it can be found there. */
const problemsOf = (issues: readonly Issue[], prefix = ''): ImportProblem[] =>
  issues.map(({ path, message }) => {
    const joined = prefix === '' || path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`
    return { where: joined.replace(/\.$/, '') || 'the document', message }
  })
