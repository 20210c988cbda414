import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Imports run one way: each layer may use what stands on an earlier line, and nothing behind it. */
const PURE = ['aivss', 'cvss', 'maestro']
const SHAPES = ['assessment', 'theme']
const VIEWS = ['changes', 'compare', 'report', 'exchange', 'calculator', 'editor', 'forms', 'reference']
const FEATURES = [
  'access',
  'accounts',
  'agents',
  'audit',
  'badges',
  'bulk',
  'comparisons',
  'dashboard',
  'demo',
  'generator',
  'health',
  'library',
  'mail',
  'search',
  'shares',
  'tokens',
  'workspaces',
]
const SERVER = ['lib/(db|http|postgres|server)', 'lib/(env|env-urls|logger|registry|paths)\\.ts$']

const folders = (names: readonly string[]): string => `^lib/(${names.join('|')})/`
const layer = (name: string, from: string, mayImport: readonly string[]): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$|/testing/' },
  to: { path: '^(lib|app|components|scripts|e2e)/', pathNot: [...mayImport] },
})

export const FORBIDDEN: readonly IForbiddenRuleType[] = [
  { name: 'no-cycles', severity: 'error', from: { pathNot: '/generated/' }, to: { circular: true } },
  // The types of mdast are a package without code, which no resolver finds.
  {
    name: 'everything-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^mdast$' },
  },
  layer('base-imports-nothing', '^lib/base/', ['^lib/base/']),
  ...PURE.map((name) => layer(`${name}-is-pure`, `^lib/${name}/`, ['^lib/base/', `^lib/${name}/`])),
  layer('assessment-stands-on-the-core', folders(SHAPES), ['^lib/base/', folders([...PURE, ...SHAPES])]),
  layer('views-are-pure', folders(VIEWS), ['^lib/base/', folders([...PURE, ...SHAPES, ...VIEWS])]),
  layer('press-prints-views', '^lib/press/', [
    '^lib/(base|press)/',
    folders([...PURE, ...SHAPES, ...VIEWS]),
    '^lib/(registry|paths)\\.ts$',
  ]),
  layer('features-know-no-http', folders(FEATURES), [
    '^lib/(base|db)/',
    folders([...PURE, ...SHAPES, ...VIEWS, ...FEATURES]),
    '^lib/(registry|paths|logger)\\.ts$',
  ]),
  layer('http-knows-no-database', '^lib/http/', [
    '^lib/(base|http)/',
    folders([...PURE, ...SHAPES, ...VIEWS, ...FEATURES]),
    '^lib/(registry|logger)\\.ts$',
  ]),
  {
    name: 'the-runtime-knows-no-feature',
    severity: 'error',
    from: { path: '^lib/(server|postgres)/', pathNot: '\\.test\\.ts$' },
    to: {
      path: ['^(app|components)/', '^lib/(db|http)/', folders([...PURE, ...SHAPES, ...VIEWS, ...FEATURES])],
    },
  },
  {
    name: 'the-command-line-needs-no-server',
    severity: 'error',
    from: { path: '^scripts/fullscore(/|\\.ts$)', pathNot: '\\.test\\.ts$' },
    to: {
      path: ['^(app|components)/', '^lib/(press|db)/', folders(FEATURES), ...SERVER],
      pathNot: '^lib/env-urls\\.ts$',
    },
  },
  {
    name: 'components-do-not-reach-the-server',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: SERVER, reachable: true },
  },
  {
    name: 'components-and-lib-do-not-import-app',
    severity: 'error',
    from: { path: '^(components|lib)/' },
    to: { path: '^(app|e2e)/' },
  },
  {
    name: 'ui-could-ship-in-another-product',
    severity: 'error',
    from: { path: '^components/ui/' },
    to: { path: '^(components/(?!ui/)|lib/)' },
  },
  {
    name: 'only-features-use-the-database',
    severity: 'error',
    from: { path: '^(app|components)/' },
    to: { path: '^lib/db/' },
  },
  ...(
    [
      ['the-generated-client', '^lib/db/generated/', '^lib/db/'],
      ['pg', '^node_modules/pg/', '^lib/(db|postgres)/'],
      ['cvss4', '^node_modules/cvss4/', '^lib/cvss/'],
      ['recharts', '^node_modules/recharts/', '^components/charts/'],
      ['the-markdown-parser', '^node_modules/mdast', '^lib/report/'],
      ['diff', '^node_modules/diff/', '^lib/changes/'],
      [
        'better-auth',
        '^node_modules/(@better-auth|better-auth|better-call)/',
        '^(lib/accounts/|app/set-cookies\\.ts$)',
      ],
      ['uqr', '^node_modules/uqr/', '^lib/accounts/'],
      ['argon2', '^node_modules/@node-rs/argon2', '^lib/accounts/'],
      ['nodemailer', '^node_modules/nodemailer/', '^lib/mail/'],
      ['pdfkit', '^node_modules/(pdfkit|fontkit)/', '^lib/press/'],
      ['resvg', '^node_modules/@resvg/', '^lib/press/'],
      ['openid-client', '^node_modules/openid-client/', '^lib/accounts/'],
      ['pino', '^node_modules/pino/', '^lib/(logger\\.ts$|server/)'],
    ] as const
  ).map(
    ([what, to, mayImport]): IForbiddenRuleType => ({
      name: `one-importer-of-${what}`,
      severity: 'error',
      from: { pathNot: [mayImport, to, '^scripts/schema-engine\\.mjs$'] },
      to: { path: to },
    }),
  ),
  {
    name: 'the-core-imports-no-package',
    severity: 'error',
    from: { path: '^lib/(base|aivss|maestro)/', pathNot: '\\.test\\.ts$|/testing/' },
    to: { dependencyTypesNot: ['local', 'aliased', 'aliased-tsconfig', 'aliased-tsconfig-paths'] },
  },
  {
    name: 'tests-are-not-shipped',
    severity: 'error',
    from: { pathNot: '\\.test\\.tsx?$|/testing/|^e2e/|^lib/postgres/test-' },
    to: { path: '\\.test\\.tsx?$|/testing/|^lib/postgres/test-' },
  },
]
