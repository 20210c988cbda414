import { FACTOR_IDS, FACTOR_SET_IDS, FACTOR_SETS, type FactorId, type FactorSetId } from '@/lib/aivss/factors'
import { FORMULAS, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { type Draft, draftSchema } from '@/lib/assessment/document'
import { type Issue, issuesOf } from '@/lib/assessment/issues'
import { readTags, writeTags } from '@/lib/assessment/tag-text'
import { readEvidence, writeEvidence } from '@/lib/editor/evidence'
import { type FieldId, type Fields, fieldAt, fieldsOf } from '@/lib/editor/fields'
import { numberIn } from '@/lib/forms/number'
import { LAYER_IDS, type LayerId } from '@/lib/maestro/layers'

/** A draft as the editor holds it. */
export function fieldsOfDraft(draft: Draft): Fields {
  const { links = {}, tags = [], cvss, threatMultiplier, mitigationFactor, factors = {}, layers = {} } = draft
  const known = new Map<FieldId, string | undefined>([
    ['name', draft.name],
    ['kind', draft.kind],
    ['vendor', draft.vendor],
    ['description', draft.description],
    ['tags', writeTags(tags)],
    ['summary', draft.summary],
    ['links.listing', links.listing],
    ['links.repository', links.repository],
    ['links.homepage', links.homepage],
    ['formula', draft.formula],
    ['factorSet', draft.factorSet],
    ['cvss', cvss?.vector ?? cvss?.base?.toFixed(1)],
    ['cvss.rationale', cvss?.rationale],
    ['threatMultiplier', threatMultiplier?.value?.toFixed(2)],
    ['threatMultiplier.rationale', threatMultiplier?.rationale],
    ['mitigationFactor', mitigationFactor?.value?.toFixed(2)],
    ['mitigationFactor.rationale', mitigationFactor?.rationale],
  ])
  for (const id of FACTOR_SETS[draft.factorSet].factors) {
    const evidence = (factors[id]?.evidence ?? []).map(({ text = '', url = '' }) => ({ text, url }))
    known.set(`factors.${id}`, factors[id]?.value?.toFixed(2))
    known.set(`factors.${id}.rationale`, factors[id]?.rationale)
    known.set(`factors.${id}.evidence`, writeEvidence(evidence))
  }
  for (const id of LAYER_IDS) {
    known.set(`layers.${id}.certainty`, layers[id]?.certainty)
    known.set(`layers.${id}.narrative`, layers[id]?.narrative)
  }
  return fieldsOf((id) => known.get(id) ?? '')
}

/** What the fields say as a document; nothing is judged here, and what is empty is absent. */
function documentOf(fields: Fields): unknown {
  const { formula, factorSet } = fields
  return {
    schemaVersion: 1,
    name: textIn(fields.name),
    kind: textIn(fields.kind),
    vendor: textIn(fields.vendor),
    description: textIn(fields.description),
    links: some({
      listing: textIn(fields['links.listing']),
      repository: textIn(fields['links.repository']),
      homepage: textIn(fields['links.homepage']),
    }),
    tags: tagsIn(fields.tags),
    summary: textIn(fields.summary),
    formula,
    factorSet,
    cvss: some({ ...cvssIn(fields.cvss), rationale: textIn(fields['cvss.rationale']) }),
    threatMultiplier: multiplierIn(fields, 'threatMultiplier'),
    mitigationFactor: hasMitigation(formula) ? multiplierIn(fields, 'mitigationFactor') : undefined,
    factors: some(
      Object.fromEntries(FACTOR_SETS[setIn(factorSet)].factors.map((id) => [id, factorIn(fields, id)])),
    ),
    layers: some(Object.fromEntries(LAYER_IDS.map((id) => [id, layerIn(fields, id)]))),
  }
}

const setIn = (text: string): FactorSetId => FACTOR_SET_IDS.find((id) => id === text) ?? 'goal-planning'

const textIn = (text: string): string | undefined => (text === '' ? undefined : text)

const tagsIn = (text: string): readonly string[] | undefined => {
  const tags = readTags(text)
  return tags.length === 0 ? undefined : tags
}

const cvssIn = (text: string) =>
  /^\s*cvss:/i.test(text) ? { vector: text.trim() } : { base: numberIn(text) }

const hasMitigation = (formula: string): boolean =>
  FORMULAS.find(({ id }) => id === formula)?.usesMitigation ?? true

const multiplierIn = (fields: Fields, id: 'threatMultiplier' | 'mitigationFactor') =>
  some({ value: numberIn(fields[id]), rationale: textIn(fields[`${id}.rationale`]) })

function factorIn(fields: Fields, id: FactorId) {
  const evidence = readEvidence(fields[`factors.${id}.evidence`]).map(({ text, url }) => ({
    text: textIn(text),
    url: textIn(url),
  }))
  return some({
    value: numberIn(fields[`factors.${id}`]),
    rationale: textIn(fields[`factors.${id}.rationale`]),
    evidence: evidence.length === 0 ? undefined : evidence,
  })
}

const layerIn = (fields: Fields, id: LayerId) =>
  some({
    certainty: textIn(fields[`layers.${id}.certainty`]),
    narrative: textIn(fields[`layers.${id}.narrative`]),
  })

/** An object in which nothing is said is absent. */
const some = (object: Readonly<Record<string, unknown>>) =>
  Object.values(object).some((value) => value !== undefined) ? object : undefined

export type ReadFields = {
  /** What can be stored now. */
  readonly document: Draft
  /** What cannot be yet; in the document these fields stand as they were stored last. */
  readonly held: readonly FieldId[]
  /** Why, each at its path. */
  readonly issues: readonly Issue[]
}

/**
 * A half typed link must not keep the rest from being saved: what the schema refuses is held back in the browser, and
 * everything else goes. `stored` comes from the server and is therefore good; `alsoHeld` waits for a person to choose.
 */
export function readFields(fields: Fields, stored: Fields, alsoHeld: readonly FieldId[] = []): ReadFields {
  const open = withFields(fields, stored, alsoHeld)
  const parsed = draftSchema.safeParse(documentOf(open))
  if (parsed.success) return { document: parsed.data, held: [], issues: [] }
  const issues = issuesOf(parsed.error)
  const held = [...new Set(issues.flatMap(({ path }) => fieldAt(path) ?? []))]
  return { document: draftSchema.parse(documentOf(withFields(open, stored, held))), held, issues }
}

/**
 * The same fields as the server would give them back: a rating with its decimals, a name without the space behind it.
 * What cannot be stored, or is not, stands as it was typed.
 */
export function asStored(fields: Fields): Fields {
  const { document, held } = readFields(fields, BLANK)
  const stored = fieldsOfDraft(document)
  const typed = new Set([...held, ...restingFields(fields)])
  return fieldsOf((id) => (typed.has(id) ? fields[id] : stored[id]))
}

const BLANK = fieldsOfDraft({ schemaVersion: 1, formula: HEADLINE_FORMULA.id, factorSet: 'goal-planning' })

/** What the document has no place for under this formula and with this set; it waits for another one to be chosen. */
export function restingFields({ formula, factorSet }: Fields): ReadonlySet<FieldId> {
  const factors = FACTOR_IDS.filter((id) => !FACTOR_SETS[setIn(factorSet)].factors.includes(id))
  return new Set<FieldId>([
    ...factors.flatMap(
      (id) => [`factors.${id}`, `factors.${id}.rationale`, `factors.${id}.evidence`] as const,
    ),
    ...(hasMitigation(formula) ? [] : (['mitigationFactor', 'mitigationFactor.rationale'] as const)),
  ])
}

const withFields = (fields: Fields, from: Fields, ids: readonly FieldId[]): Fields => {
  const taken = new Set(ids)
  return fieldsOf((id) => (taken.has(id) ? from[id] : fields[id]))
}
