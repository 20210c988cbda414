import fc from 'fast-check'
import { FACTOR_SET_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import { type AssessmentDocument, type Draft, documentSchema, draftSchema } from '@/lib/assessment/document'
import { KINDS } from '@/lib/assessment/kinds'
import { CERTAINTIES } from '@/lib/maestro/certainty'
import { LAYER_IDS } from '@/lib/maestro/layers'

/** A document with every field of the schema filled, each text another. */
export const FULL_DOCUMENT: AssessmentDocument = documentSchema.parse({
  schemaVersion: 1,
  name: 'Harbour pilot',
  kind: 'agent',
  vendor: 'Quayside',
  description: 'Books berths.\n\nWith two paragraphs.',
  links: {
    listing: 'https://example.org/listing',
    repository: 'https://example.org/code',
    homepage: 'https://example.org/',
  },
  tags: ['harbour', 'booking'],
  summary: 'It may book a berth that somebody else has paid for.',
  formula: 'aivss-0.8',
  factorSet: 'goal-planning',
  cvss: { base: 9.1, rationale: 'Reachable from the network.' },
  threatMultiplier: { value: 1.1, rationale: 'Attacked.' },
  mitigationFactor: { value: 0.83, rationale: 'Somebody confirms.' },
  factors: Object.fromEntries(
    FACTOR_SETS['goal-planning'].factors.map((id) => [
      id,
      {
        value: 0.45,
        rationale: `Why ${id} is rated so.`,
        evidence: [{ text: `What shows ${id}.`, url: `https://example.org/${id}` }],
      },
    ]),
  ),
  layers: Object.fromEntries(
    LAYER_IDS.map((id) => [id, { certainty: 'mapped', narrative: `What threatens ${id}.` }]),
  ),
})

const word = fc.constantFrom(
  'berth',
  'pilot',
  'may',
  'not',
  'tide',
  'é',
  '船',
  '😀',
  '**',
  ',',
  '.',
  '\n',
  ' ',
  '\t',
)
const words = fc.array(word, { maxLength: 30 }).map((parts) => parts.join(' '))
const name = fc.constantFrom('berth', 'tide', 'pilot', '船', 'a b')
const hundredths = fc.nat(100).map((value) => value / 100)
const url = fc.constantFrom('https://example.org/', 'http://example.com/a?b=c')
const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record({ value, rationale: words }, { requiredKeys: [] })

const draftUnder = (formula: (typeof FORMULAS)[number], factorSet: Draft['factorSet']) =>
  fc.record(
    {
      schemaVersion: fc.constant(1),
      formula: fc.constant(formula.id),
      factorSet: fc.constant(factorSet),
      name,
      kind: fc.constantFrom(...KINDS),
      vendor: name,
      description: words,
      links: fc.record({ listing: url, repository: url, homepage: url }, { requiredKeys: [] }),
      tags: fc.uniqueArray(name),
      summary: words,
      cvss: fc.oneof(
        fc.record({ base: fc.nat(100).map((tenths) => tenths / 10), rationale: words }, { requiredKeys: [] }),
        fc.record({ vector: fc.constant('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H') }),
      ),
      threatMultiplier: maybe(fc.integer({ min: 50, max: 150 }).map((value) => value / 100)),
      ...(formula.usesMitigation && { mitigationFactor: maybe(hundredths) }),
      factors: fc.record(
        Object.fromEntries(
          FACTOR_SETS[factorSet].factors.map((id) => [
            id,
            fc.record(
              {
                value: hundredths,
                rationale: words,
                evidence: fc.array(fc.record({ text: words, url }, { requiredKeys: [] }), { maxLength: 3 }),
              },
              { requiredKeys: [] },
            ),
          ]),
        ),
        { requiredKeys: [] },
      ),
      layers: fc.record(
        Object.fromEntries(
          LAYER_IDS.map((id) => [
            id,
            fc.record({ certainty: fc.constantFrom(...CERTAINTIES), narrative: words }, { requiredKeys: [] }),
          ]),
        ),
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['schemaVersion', 'formula', 'factorSet'] },
  )

/** Any draft that an editor could have saved, from almost nothing to a whole document. */
export const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(fc.constantFrom(...FORMULAS), fc.constantFrom(...FACTOR_SET_IDS))
  .chain(([formula, factorSet]) => draftUnder(formula, factorSet))
  .map((draft) => draftSchema.parse(draft))
