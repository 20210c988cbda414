import { SCORE_EXAMPLE } from '../lib/http/openapi-examples'

const NOT_NUMBERS = ['0.5', '', 'high', null, true, [], {}, [0.5], { value: 0.5 }] as const
const NOT_FACTORS = [...NOT_NUMBERS, -0.01, 1.01, 0.123, 1e9, -1, 0.30000000000000004] as const
const FACTOR_IDS = Object.keys(SCORE_EXAMPLE.factors)

const NOT_VECTORS = [
  '',
  'CVSS:2.0/AV:N',
  'AV:N/AC:L/Au:N/C:P/I:P/A:P',
  'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H',
  'CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/XX:Y',
  'CVSS:4.0',
  'x'.repeat(10_000),
]

/** Requests for a score that each break the schema in one way of their own. */
export function malformedScoreRequests(): readonly (readonly [what: string, data: unknown])[] {
  const having = (key: string, value: unknown) =>
    [`${key} ${JSON.stringify(value)?.slice(0, 60)}`, { ...SCORE_EXAMPLE, [key]: value }] as const
  const rating = (id: string, value: unknown) =>
    [
      `${id} ${JSON.stringify(value)}`,
      { ...SCORE_EXAMPLE, factors: { ...SCORE_EXAMPLE.factors, [id]: value } },
    ] as const
  const without = (id: string) =>
    [
      `no ${id}`,
      {
        ...SCORE_EXAMPLE,
        factors: Object.fromEntries(Object.entries(SCORE_EXAMPLE.factors).filter(([key]) => key !== id)),
      },
    ] as const
  return [
    ...FACTOR_IDS.flatMap((id) => NOT_FACTORS.map((value) => rating(id, value))),
    ...FACTOR_IDS.map(without),
    ...NOT_NUMBERS.flatMap((value) => [having('threatMultiplier', value), having('mitigationFactor', value)]),
    ...[0.49, 1.51, -1, 0.971].map((value) => having('threatMultiplier', value)),
    ...[-0.01, 1.01, 0.999].map((value) => having('mitigationFactor', value)),
    ...[10.1, -0.1, 9.11, '9.1', null, [], {}].map((base) => having('cvss', { base })),
    ...NOT_VECTORS.map((vector) => having('cvss', { vector })),
    ...[null, 9.1, '9.1', [], {}, { base: 9.1, vector: 'CVSS:4.0' }, { base: 9.1, whim: 1 }].map((cvss) =>
      having('cvss', cvss),
    ),
    ...['aivss-0.7', '', null, 1, [], {}].map((formula) => having('formula', formula)),
    ...['score', 'severity', '__proto__', '__proto', 'constructor', 'toString', 'factorSet', ''].map((key) =>
      having(key, 1),
    ),
    rating('language', 0.5),
    rating('whim', 0.5),
    ...[null, [], 'factors', 1, {}].map((factors) => having('factors', factors)),
    ['M under 0.5', { ...SCORE_EXAMPLE, formula: 'aivss-0.5' }],
  ]
}

/** Queries of the library that no reading of the contract allows. */
export function malformedLibraryQueries(): readonly string[] {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    kind: ['spaceship', 'MCP-SERVER', 'mcp server', '1', 'null', '[object Object]', '*', "' or 1=1 --"],
    severity: ['critical', 'CRITICAL', 'Worst', '9.5', 'null', '%00', 'High,Low', "';--"],
    sort: ['rank', 'Score', '--score', '+score', 'score desc', 'updated,name', 'slug', "name'"],
    limit: ['0', '-1', '101', '1000000', '1.5', 'ten', '1e2', ' 5', '0x10', 'NaN', '١'],
    cursor: [
      'x',
      '{}',
      'null',
      'e30',
      'bnVsbA',
      'eyJzb3J0Ijoic2NvcmUifQ',
      // {"sort":"-score"} with a slug that holds NUL
      'eyJzb3J0IjoiLXNjb3JlIiwicmFuayI6MCwic2NvcmUiOjEsInNsdWciOiJhXHUwMDAwIn0',
      '%00',
      'a'.repeat(2_001),
    ],
    q: ['x'.repeat(201), '%00', 'a%00b', '%E2%80%AE', 'a%0Ab'],
    tag: ['x'.repeat(41), '%00', 'a%00b', '%E2%80%8F', 'a%09b'],
  }
  const single = Object.entries(wrong).flatMap(([key, values]) =>
    values.map((value) => `${key}=${/^[\w%]*%[0-9A-F]{2}/.test(value) ? value : encodeURIComponent(value)}`),
  )
  const unknown = ['page', 'offset', 'order', 'constructor', 'q[]', 'kind[0]', 'Limit'].map(
    (key) => `${encodeURIComponent(key)}=1`,
  )
  const repeated = Object.keys(wrong).map((key) => `${key}=1&${key}=2`)
  const all = [...single, ...unknown, ...repeated]
  const combined = all.flatMap((one, index) =>
    all.slice(index + 1, index + 5).map((other) => `${one}&sort=name&${other}`),
  )
  return [...all, ...combined].slice(0, 240)
}
