import { createRandom } from '@/lib/generator/random'

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Nouns and verbs are regular, so that their other forms follow from a rule; the common ones come first. */
const NOUNS = list(`
  agent tool server token request user model log service account role permission prompt session record secret key
  policy workflow action connector gateway queue ticket project repository database cluster bucket document message
  team customer tenant network endpoint credential identity scope report review operator administrator host runtime
  container sandbox image pipeline job schedule alert dashboard metric trace event error retry limit quota budget cost
  invoice payment order contract vendor supplier partner employee manager analyst engineer developer reviewer auditor
  regulator patient clinic claim transaction ledger portfolio shipment warehouse vehicle sensor device camera robot
  machine factory site region zone subnet route proxy firewall domain certificate vault lock backup snapshot replica
  shard index table column schema query view migration script command shell terminal process thread worker node pod
  namespace chart template module plugin extension package library registry release version branch commit test build
  artifact deployment environment variable setting flag default option parameter argument response answer summary note
  comment thread channel mailbox calendar meeting contact attachment file folder drive page form field button browser
  tab link redirect cookie header payload signature hash checksum cipher encoder parser validator filter classifier
  ranker retriever embedding vector corpus chunk passage citation source dataset label feature experiment benchmark
  evaluation score threshold guardrail rule exception approval confirmation escalation handover incident outage breach
  attack attacker intruder insider impostor exploit payload injection poisoning bypass leak drift loop spawn delegate
  subagent planner executor critic orchestrator coordinator broker router scheduler dispatcher supervisor memory cache
  buffer context window transcript history preference profile persona goal plan step subtask milestone deadline outcome
  consequence assumption estimate margin trend pattern anomaly signal noise sample audit trail inventory catalogue
  listing marketplace licence maintainer contributor fork mirror dependency advisory patch upgrade rollback fallback
  timeout heartbeat probe watchdog lease grant consent mandate duty obligation control safeguard remedy countermeasure
  boundary perimeter surface interface protocol transport stream socket port address resolver lookup translation
  spreadsheet slide diagram sketch blueprint drawing photo recording interview survey campaign audience lead forecast
  quote discount refund subscription renewal tariff meter turbine pump valve reactor laboratory specimen protein genome
  molecule trial dosage prescription diagnosis therapy ward ambulance curriculum student teacher lesson grade library
  court judge statute filing evidence verdict passport visa permit border customs harbour vessel cargo crane railway
  station platform timetable runway aircraft pilot satellite antenna telescope orbit launch mission crew
`)

const VERBS = list(`
  use call open need allow grant return accept pass create change remove move copy merge deploy start restart delete
  update rename list inspect check record store cache index search rank filter label sort count report alert notify
  answer ask request approve refuse confirm revoke rotate expire sign encrypt mask redact validate sanitize restrict
  isolate contain limit delay queue retry resume pause cancel schedule delegate escalate review audit trace monitor
  measure compare evaluate score classify extract translate summarize rewrite draft post publish share export import
  load fetch crawl browse click type upload download attach mount install upgrade patch compile test simulate replay
  inject poison spoof replace overwrite exhaust flood bypass evade abuse leak expose reveal infer guess enumerate join
  invite assign transfer charge refund reconcile forecast price order ship track inspect calibrate steer park land
  diagnose prescribe dose teach grade examine interview rank rate recommend personalize remind negotiate bargain settle
`)

const ADJECTIVES = list(`
  narrow broad shared private public internal external live stale recent former single common separate local remote
  regional temporary permanent default optional required explicit implicit hidden visible readable complete partial
  automatic manual nightly weekly hourly daily untrusted trusted signed unsigned encrypted plain raw structured nested
  elevated administrative delegated anonymous pseudonymous personal financial clinical legal industrial municipal
  sensitive harmless reversible irreversible costly cheap slow quick idle busy brittle robust noisy silent verbose terse
  deterministic adaptive experimental legacy modern managed hosted embedded federated distributed central redundant
  dormant orphaned forgotten undocumented documented tested untested measured estimated asserted plausible doubtful
  consistent contradictory fragile durable portable vendored pinned floating mutable immutable ephemeral persistent
`)

const ADVERBS = list(`
  directly usually often rarely always never silently openly partly wholly immediately eventually repeatedly separately
  automatically manually deliberately accidentally routinely strictly loosely locally remotely quickly slowly daily
`)

/** What such systems are about, as it stands in names and tags. */
export const DOMAINS = list(`
  cloud code support finance security database document email browser calendar research analytics monitoring deployment
  identity payments billing search storage messaging design testing compliance legal sales marketing recruiting
  healthcare logistics inventory procurement observability networking kubernetes terraform filesystem knowledge
  translation transcription scheduling travel insurance banking trading accounting taxation payroll education tutoring
  manufacturing robotics energy agriculture construction automotive aviation maritime telecom gaming media publishing
  photography video audio music mapping weather genomics chemistry physics astronomy forensics fraud threat-intel
  vulnerability incident-response data-quality feature-store vector-store warehouse lakehouse streaming queueing
  spreadsheet presentation whiteboard wiki ticketing onboarding helpdesk procurement-risk esg sustainability grants
  donations municipal elections archives museums libraries courts customs policing emergency defence space
`)

export const TRAITS = list(`
  shell read-only write-access sql ci-cd rbac oauth api-key local-first hosted open-source beta preview deprecated
  multi-tenant single-tenant human-in-the-loop autonomous memory rag long-context tool-heavy sandboxed containerized
  on-premises air-gapped soc2 hipaa gdpr pci iso27001 eu-region us-region logs pii secrets webhooks cron no-telemetry
  rate-limited signed-releases sbom pinned-versions unsigned third-party internal vendor-managed pilot production
`)

export const ROLES = list(`
  Assistant Agent Copilot Concierge Analyst Operator Planner Reviewer Scout Steward Dispatcher Broker Navigator Librarian
  Auditor Scribe Curator Sentinel Courier Mechanic Pilot Tutor Clerk Researcher Watchman Gardener Translator Negotiator
`)

export const COMPANY_FORMS = list(
  `Labs Systems Software Cloud Works Data AI Technologies Networks Robotics Analytics Security Group Studio Collective`,
)

export const CITIES = list(`
  Lisbon Oslo Utrecht Graz Turin Leeds Ghent Malmo Porto Brno Kyoto Austin Denver Quito Accra Nairobi Perth Hobart Cork
  Basel Lyon Bilbao Tartu Riga Zagreb Split Varna Izmir Haifa Pune Hanoi Busan Osaka Dalian Recife Rosario Tampa Boise
`)

const plural = (word: string): string => {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}
const past = (word: string): string => {
  if (word.endsWith('e')) return `${word}d`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${doubled(word)}ed`
}
const doubled = (word: string): string => (DOUBLING.has(word) ? `${word}${word.at(-1)}` : word)
const DOUBLING: ReadonlySet<string> = new Set(['ship', 'drop', 'map'])
const going = (word: string): string => `${word.endsWith('e') ? word.slice(0, -1) : doubled(word)}ing`

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)]

const SINGULAR = unique(NOUNS)
const PRESENT = unique(VERBS)

export const WORDS = {
  noun: SINGULAR,
  nouns: SINGULAR.map(plural),
  verb: PRESENT,
  verbs: PRESENT.map(plural),
  verbed: PRESENT.map(past),
  verbing: PRESENT.map(going),
  adj: unique(ADJECTIVES),
  adv: unique(ADVERBS),
  domain: unique(DOMAINS),
} as const

const ONSETS = list('b br c cl d dr f fl g gr h j k kl l m n p pr qu r s sk st t tr v w z')
const VOWELS = list('a e i o u ai ea io')
const ENDINGS = list('l n r s x ra na lo rix vo dex lis nor tis ma ro')

/** Names that nobody has, the same in every run. */
export const BRANDS: readonly string[] = unique(
  Array.from({ length: 1_600 }, (_, index) => {
    const random = createRandom(11, index)
    const syllables = random.isIn(0.4) ? 2 : 1
    const word = Array.from({ length: syllables }, () => random.pick(ONSETS) + random.pick(VOWELS)).join('')
    const name = word + random.pick(ONSETS).charAt(0) + random.pick(VOWELS) + random.pick(ENDINGS)
    return name.charAt(0).toUpperCase() + name.slice(1)
  }),
)
