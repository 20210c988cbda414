import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { FactorId } from '@/lib/aivss/factors'
import paper05 from '@/lib/aivss/golden/aivss-0.5-core-risks.json'
import paper08 from '@/lib/aivss/golden/aivss-0.8-core-risks.json'
import seeds from '@/lib/aivss/golden/seed-reports.json'
import { score } from '@/lib/aivss/score'
import { documentSchema } from '@/lib/assessment/document'
import { scoreDocument } from '@/lib/assessment/score-document'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'
import { FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { openTerminal, runProgram } from '@/scripts/test-run'

// No database, no token, and a server where nobody listens.
const terminal = openTerminal({ FULLSCORE_URL: 'http://127.0.0.1:1' })
const { run } = terminal
afterAll(terminal.close)

const kebab = (id: string): string => `--${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const factorFlags = (factors: Readonly<Partial<Record<FactorId, number>>>): string[] =>
  Object.entries(factors).flatMap(([id, value]) => [kebab(id), String(value)])

const GOLDEN = [
  ...paper08.cases.slice(0, 3).map((risk) => ({
    name: `0.8 on ${risk.name}`,
    args: ['--vector', risk.cvssVector, '-T', String(risk.threatMultiplier), ...factorFlags(risk.factors)],
    score: risk.score,
  })),
  ...paper05.cases.slice(0, 2).map((risk) => ({
    name: `0.5 on ${risk.name}`,
    args: ['--formula', 'aivss-0.5', '--base', String(risk.cvssBase), ...factorFlags(risk.factors)],
    score: risk.scoreFromFactors,
  })),
  ...seeds.cases.flatMap((report) =>
    report.score === undefined
      ? []
      : [
          {
            name: `0.8 on the report of ${report.name}`,
            args: [
              `--base=${report.cvssBase}`,
              `--threat=${report.threatMultiplier}`,
              `--mitigation=${report.mitigationFactor}`,
              ...factorFlags(report.factors),
            ],
            score: report.score,
          },
        ],
  ),
]

test.each(GOLDEN)('figures given as flags score as published: $name', async ({ args, score }) => {
  const { exit, out } = await run(['score', ...args])
  expect(exit).toBe(0)
  expect(out).toMatch(new RegExp(`^${score.toFixed(1).replace('.', '\\.')} [A-Z]`))
})

const REQUEST = {
  formula: 'aivss-0.8',
  cvss: { base: 9.1 },
  threatMultiplier: 1.1,
  mitigationFactor: 1,
  factors: {
    autonomy: 0.8,
    goalPlanning: 0.6,
    selfModification: 0,
    toolUse: 0.9,
    memory: 0.1,
    context: 0.4,
    identity: 0.5,
    multiAgent: 0.3,
    nonDeterminism: 0.5,
    opacity: 0.4,
  },
}
const FIGURES = ['--base', '9.1', '-T', '1.1', '-M', '1', ...factorFlags(REQUEST.factors)]
const ANSWER = score(toScoreInput(scoreRequestSchema.parse(REQUEST)))

test('--json is the answer of the API, from flags, from the vector that it prints, from a document and its twin', async () => {
  const flags = await run(['score', ...FIGURES, '--json'])
  expect(JSON.parse(flags.out)).toEqual(ANSWER)
  const vector = await run(['score', ANSWER.vector, '--json'])
  expect(JSON.parse(vector.out)).toEqual(ANSWER)
  for (const content of [FULL_DOCUMENT, { document: FULL_DOCUMENT }]) {
    const document = await run(['score', terminal.write('full.json', content), '--json'])
    expect(JSON.parse(document.out)).toEqual(scoreDocument(FULL_DOCUMENT))
  }
})

test('a person reads every step, the other formulas, what to know and the vector', async () => {
  const { out } = await run(['score', ...FIGURES])
  expect(out).toMatch(/^9\.5 Critical {2}AIVSS 0\.8/)
  expect(out).toContain('(10 − 9.1) × 4.5/10 × 1.1')
  expect(out).toContain('= 0.4455')
  expect(out).toMatch(/AIVSS 0\.5 +7\.5 High/)
  expect(out).toContain('off the published list')
  expect(out.trimEnd().endsWith(ANSWER.vector)).toBe(true)
})

test('--max fails a pipeline above it, and at or below it does not', async () => {
  const above = await run(['score', ...FIGURES, '--max', '9.4'])
  expect([above.exit, above.err]).toEqual([
    1,
    'The score 9.5 is above the greatest that is allowed here, 9.4.\n',
  ])
  expect(above.out).toMatch(/^9\.5 Critical/)
  expect((await run(['score', ...FIGURES, '--max', '9.5'])).exit).toBe(0)
  const asJson = await run(['score', ...FIGURES, '--max', '0', '--json'])
  expect([asJson.exit, JSON.parse(asJson.out).score, JSON.parse(asJson.err).errors]).toEqual([1, 9.5, []])
})

test('a missing figure is named by its flag, and never taken as 0', async () => {
  const without = FIGURES.flatMap((word, at) =>
    word === '--tool-use' || FIGURES[at - 1] === '--tool-use' ? [] : [word],
  )
  const { exit, out, err } = await run(['score', ...without])
  expect([exit, out]).toEqual([2, ''])
  expect(err).toMatch(/^ {2}--tool-use: Dynamic Tool Use \(toolUse\) is missing/m)
  const all = await run(['score', '--opacity', '1.5'])
  for (const flag of ['--base or --vector', '--opacity', '--goal-planning', '--autonomy'])
    expect(all.err).toContain(`\n  ${flag}: `)
})

test('a draft without figures is told which, whatever words it lacks', async () => {
  const { cvss: _, summary: __, ...rest } = FULL_DOCUMENT
  const { memory: ___, ...factors } = FULL_DOCUMENT.factors
  const { exit, err } = await run(['score', terminal.write('gaps.json', { ...rest, factors })])
  expect(exit).toBe(2)
  expect(err).toMatch(/^ {2}cvss: .*\n {2}factors\.memory: /m)
  expect(err).not.toContain('summary')
})

test('standard input is a file too', async () => {
  const { exit, out } = await run(['score', '-'], { input: JSON.stringify(FULL_DOCUMENT) })
  const { score, severity } = scoreDocument(FULL_DOCUMENT)
  expect([exit, out.split('  ')[0]]).toEqual([0, `${score.toFixed(1)} ${severity}`])
})

test('what can be published is told, and of anything else every problem with its path', async () => {
  const good = terminal.write('good.json', FULL_DOCUMENT)
  const bad = terminal.write('bad.json', {
    ...FULL_DOCUMENT,
    score: 1,
    factors: { ...FULL_DOCUMENT.factors, memory: { value: 7 } },
  })
  const fine = await run(['validate', good])
  expect([fine.exit, fine.out]).toEqual([0, expect.stringMatching(/good\.json: publishable, \d/)])
  const both = await run(['validate', good, bad])
  expect(both.exit).toBe(1)
  for (const line of [
    /good\.json: publishable/,
    /^ {2}score: “score” is not a field/m,
    /^ {2}factors\.memory\.value: /m,
  ])
    expect(both.out).toMatch(line)
  const asJson = await run(['validate', good, bad, '--json'])
  expect(JSON.parse(asJson.out)).toEqual([
    { file: good, valid: true, errors: [] },
    {
      file: bad,
      valid: false,
      errors: expect.arrayContaining([{ path: 'factors.memory.value', message: expect.any(String) }]),
    },
  ])
})

test('a draft may have gaps where only a draft is asked for', async () => {
  const draft = terminal.write('draft.json', { formula: 'aivss-0.8', factorSet: 'goal-planning' })
  expect((await run(['validate', draft, '--draft'])).exit).toBe(0)
  const whole = await run(['validate', draft])
  expect(whole.exit).toBe(1)
  for (const path of ['name', 'summary', 'cvss', 'factors.autonomy', 'layers.L7'])
    expect(whole.out).toContain(`\n  ${path}`)
})

test('what is no JSON is told where and why, and what is no document is told so', async () => {
  const broken = await run(['validate', terminal.write('broken.json', '{\n  "name": “x”\n}')])
  expect([broken.exit, broken.out]).toEqual([
    1,
    expect.stringMatching(/^ {2}line 2, column 11: Here stands ““”; a value is expected/m),
  ])
  const prose = await run(['validate', terminal.write('notes.md', '# Notes')])
  expect([prose.exit, prose.out]).toEqual([1, expect.stringContaining('begins with “{”')])
})

test('the badge states severity and score of the text, on standard output or in a file', async () => {
  const document = terminal.write('badge.json', FULL_DOCUMENT)
  const { score, severity } = scoreDocument(FULL_DOCUMENT)
  const printed = await run(['badge', document])
  expect(printed.out).toMatch(/^<svg .*<\/svg>\n$/)
  expect(printed.out).toContain(`${score.toFixed(1)} ${severity}`)
  const written = await run(['badge', document, '--out', 'badge.svg', '--json'])
  expect(JSON.parse(written.out)).toEqual({ file: 'badge.svg', score, severity })
  expect(terminal.read('badge.svg')).toBe(printed.out)
  const nowhere = await run(['badge', document, '--out', 'no/such/badge.svg'])
  expect([nowhere.exit, nowhere.err]).toEqual([2, expect.stringContaining('its folder does not exist')])
})

test.each([
  [['score', '--autonom', '1'], '--autonom is not a flag of score; fullscore help score lists them.'],
  [['score', '-x'], '-x is not a flag of score'],
  [['score', '--base'], '--base needs a value behind it: --base NUMBER.'],
  [['score', '--max', '--json'], '--max needs a value behind it'],
  [['score', '--base', '1', '--base', '2'], '--base is given twice'],
  [['score', '--max', 'high', '--base', '1'], '--max is “high”: write a number from 0 to 10'],
  [['score'], 'Name a file, or give figures'],
  [['score', 'a.json', 'b.json'], 'b.json is one too many'],
  [['score', 'a.json', '--base', '1'], 'a.json brings its own figures; leave out --base'],
  [['score', 'missing.json'], 'missing.json does not exist; check the name.'],
  [['score', '.'], '. is a folder'],
  [['score', 'FULLSCORE:1/F:x'], 'F names the formula'],
  [['validate'], 'Name a file'],
  [['badge', 'missing.json'], 'missing.json does not exist'],
  [['scor'], 'scor is not a command; there are score, validate'],
  [['--frobnicate'], '--frobnicate is not a command'],
])('%j is wrong usage, and is told what to do', async (args, sentence) => {
  const { exit, out, err } = await run(args)
  expect([exit, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

test('every command and every exit code is in the help, which fits any terminal', async () => {
  const { exit, out } = await run([])
  const commands = [...out.matchAll(/^ {2}fullscore (\w+)/gm)].map(([, name]) => name ?? '')
  expect(exit).toBe(0)
  expect(commands).toEqual(expect.arrayContaining(['score', 'validate', 'badge', 'pull', 'push']))
  const pages = await Promise.all(commands.map((name) => run(['help', name])))
  for (const page of [{ out }, ...pages]) {
    for (const line of page.out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)
    expect(page.out).toMatch(/^ {2}0 {2}.*\n {2}1 {2}.*\n {2}2 {2}.*\n {2}3 {2}/m)
    expect(page.out).toContain('npx fullscore ')
  }
  expect((await run(['score', '--help'])).out).toBe((await run(['help', 'score'])).out)
})

test('a pipe gets no colours, and a reader who stops early is no failure', async () => {
  const document = terminal.write('piped.json', FULL_DOCUMENT)
  for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }])
    expect((await run(['score', document], { env })).out).not.toContain('\u001b')
  const command = `'${process.execPath}' '${process.cwd()}/scripts/fullscore.mjs' help score | head -c 1`
  const cut = await runProgram(['sh', '-c', command], { cwd: terminal.folder })
  expect(cut).toEqual({ exit: 0, out: 'f', err: '' })
})

test('the version is that of the clone', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await run(['--version'])).toEqual({ exit: 0, out: `${version}\n`, err: '' })
})

test('the documents of the demo library can be published', async () => {
  const demo = JSON.parse(readFileSync('prisma/demo/azure-mcp-server-mcp.json', 'utf8'))
  const file = terminal.write('demo.json', documentSchema.parse(demo.document))
  expect((await run(['validate', file])).exit).toBe(0)
})
