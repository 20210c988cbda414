import type { Random } from '@/lib/generator/random'
import { BRANDS, CITIES, WORDS } from '@/lib/generator/vocabulary'

type Slot = keyof typeof WORDS | 'number' | 'city' | 'tool' | 'brand'

/** A sentence with gaps, cut up once: what stands between the gaps, and what goes into them. */
type Frame = { readonly texts: readonly string[]; readonly slots: readonly Slot[] }

const SLOTS: ReadonlySet<string> = new Set([...Object.keys(WORDS), 'number', 'city', 'tool', 'brand'])
const isSlot = (text: string): text is Slot => SLOTS.has(text)

export function frames(sentences: readonly string[]): readonly Frame[] {
  return sentences.map((sentence) => {
    const parts = sentence.split(/\{(\w+)\}/)
    return {
      texts: parts.filter((_, index) => index % 2 === 0),
      slots: parts.filter((_, index) => index % 2 === 1).map((name) => (isSlot(name) ? name : unknown(name))),
    }
  })
}

function unknown(name: string): never {
  throw new Error(`There are no words for {${name}}`)
}

export function write(random: Random, among: readonly Frame[]): string {
  const { texts, slots } = random.pick(among)
  let sentence = texts[0] ?? ''
  for (let place = 0; place < slots.length; place += 1)
    sentence += wordFor(random, slots[place] ?? 'noun') + (texts[place + 1] ?? '')
  return sentence
}

function wordFor(random: Random, slot: Slot): string {
  if (slot === 'number') return String(2 + Math.floor(random.next() ** 3 * 400))
  if (slot === 'city') return random.pick(CITIES)
  if (slot === 'brand') return random.pick(BRANDS)
  if (slot === 'tool') return `${random.pickFrequent(WORDS.verb)}_${random.pickFrequent(WORDS.nouns)}`
  return random.pickFrequent(WORDS[slot])
}

export const SUMMARIES = frames([
  'It {verbs} {nouns} for one team and can {verb} {nouns} without asking.',
  'Its {adj} {nouns} reach further than the task that it was made for.',
  'What moves the score is how it {verbs} {nouns} on behalf of others.',
  'A {adj} {noun} stands between a request and the {nouns} behind it.',
  'Most of what it does can be undone; what it {verbs} in the {noun} cannot.',
  'The {domain} side is well guarded, the {noun} less so.',
  'It works with {nouns} of {number} customers and keeps {adj} {nouns} of them.',
  'Whoever controls the {noun} also controls what it {verbs} next.',
])

export const RATIONALES = frames([
  'It {verbs} {nouns} before a person has seen the {noun}.',
  'The {noun} is {verbed} by a {adj} {noun} and not by the agent itself.',
  'The tool {tool} takes any {noun} that the model names.',
  'Its documentation says that {nouns} are {adv} {verbed}, which we could not confirm.',
  'We saw {number} {nouns} in its settings, each with a {adj} {noun}.',
  'A {adj} {noun} keeps it from the {nouns} of other teams.',
  'Since the last release the {noun} is {verbed} on every {noun}.',
  'Nothing stops it from {verbing} the {noun} again.',
  'The vendor {verbs} {nouns} in {city}, apart from the {noun}.',
  'Only {adj} {nouns} are exempt, and those are {adv} {verbed}.',
  'As with {brand}, the {noun} is {adv} {verbed}.',
  'Rated below the anchor because the {noun} is {adj}.',
  'Rated above the anchor because {nouns} can {verb} the {noun}.',
])

export const SCORES = frames([
  'Asserted by us: reaching the {noun} takes a {adj} {noun} and little else.',
  'From the advisory on its {noun}, read for a {adj} setup.',
  'An attacker who can {verb} a {noun} gets as far as the {nouns}.',
  'Chosen for the {adj} setup that most installations have.',
  'A {adj} {noun} has been shown against a similar {noun}.',
  'Credit is given for {adj} {nouns} and for {verbing} {nouns}.',
  'No {noun} is known that would {verb} this.',
])

export const NARRATIVES = frames([
  'The {noun} {verbs} {nouns} that others have written, and a {adj} {noun} decides what happens to them.',
  'Every {noun} is {verbed} with the same {adj} {noun}, which {number} {nouns} share.',
  'A {adj} {noun} in the {noun} would be {verbed} like any other.',
  'Through {tool} it can {verb} {nouns} in a {adj} {noun}.',
  'The {nouns} are kept for {number} days and {adv} {verbed} after that.',
  'Who may {verb} the {noun} is decided in {city} and {adv} reviewed.',
  'A {noun} that {verbs} the {noun} is not told apart from one that {verbs} the {noun}.',
  'Its {nouns} run beside {adj} {nouns}; between them stands one {noun}.',
  'When the {noun} fails, the {noun} goes on with {adj} {nouns}.',
  'A person sees the {noun} {adv}, and the {nouns} only in a report.',
  'For {domain} work it {verbs} {nouns} from {number} sources.',
  'Without a {adj} {noun} nobody can say afterwards why it {verbed} the {noun}.',
  'The {domain} team {verbs} its {nouns} {adv}.',
  'Mitigation here rests on {verbing} {nouns} and on a {adj} {noun}.',
  'Two {nouns} can {verb} each other through the {noun}.',
  'It shares its {nouns} with {brand}, which {verbs} them {adv}.',
  'We found {nouns} that {verb} {nouns}, and a test that {verbs} them.',
])

export const OPEN_NARRATIVES = frames([
  'The listing does not say how the {noun} is {verbed}.',
  'Whether {nouns} are {verbed} or only {verbed} stays open.',
  'Nothing public tells which {noun} it runs on; we assume a {adj} one.',
  'We asked the vendor about {adj} {nouns} and have no answer yet.',
  'What is said here holds for a {noun} of this sort in general.',
])

export const NOTES = frames([
  'The {noun} is {verbed} now.',
  'After the release that {verbs} {nouns}.',
  'Reviewed with the {domain} team.',
  'A {adj} {noun} was found.',
  'Yearly review of {nouns}.',
  '',
])

export const CHANGES = frames([
  'Since then a {adj} {noun} {verbs} the {nouns}.',
  'The release of this month {verbed} the {noun}.',
  'A review found {number} {nouns} that are {adv} {verbed}.',
])
