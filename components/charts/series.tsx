/** What of an agent a chart draws. */
export type Series = {
  readonly key: string
  readonly name: string
  /** One for each row, from 0 to 100; null where the agent has none. */
  readonly values: readonly (number | null)[]
}

/** What Recharts reads: a record for each row, with what each agent has there by the agent's place. */
export const dataOf = (rows: readonly string[], series: readonly Series[]) =>
  rows.map((name, row) => ({
    name,
    ...Object.fromEntries(series.map(({ values }, place) => [String(place), values[row] ?? undefined])),
  }))

export type SeriesLook = {
  readonly colour: string
  readonly dashes: string
  /** A path around the origin, in a box of ten by ten. */
  readonly marker: string
  /** The same letter stands at each of its bars. */
  readonly letter: string
  readonly fill: BarFill
}

export type BarFill = 'solid' | 'hollow' | 'rising' | 'dots' | 'falling' | 'level'

/** By place: each agent differs from the others in dashes, marker, filling and letter, and then also in colour. */
const LOOKS: readonly SeriesLook[] = [
  look(1, '', 'M0-4.5A4.5 4.5 0 1 1 0 4.5A4.5 4.5 0 1 1 0-4.5Z', 'A', 'solid'),
  look(2, '9 4', 'M-4-4H4V4H-4Z', 'B', 'hollow'),
  look(3, '2 4', 'M0-5 5 4H-5Z', 'C', 'rising'),
  look(4, '12 4 2 4', 'M0-5.5 5.5 0 0 5.5-5.5 0Z', 'D', 'dots'),
  look(5, '5 3', 'M-1.5-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5V-1.5H-1.5Z', 'E', 'falling'),
  look(6, '16 4 2 4 2 4', 'M0 5-5-4H5Z', 'F', 'level'),
]

function look(place: number, dashes: string, marker: string, letter: string, fill: BarFill): SeriesLook {
  return { colour: `var(--series-${place})`, dashes, marker, letter, fill }
}

export const lookAt = (place: number): SeriesLook =>
  LOOKS[place % LOOKS.length] ?? look(1, '', '', '', 'solid')

const patternId = (place: number): string => `series-fill-${place}`
export const fillOf = (place: number): string => `url(#${patternId(place)})`

/** The fillings of bars, which tell the agents apart without a colour. */
export const Fillings = ({ count }: { count: number }) => (
  <defs>
    {LOOKS.slice(0, count).map(({ colour, fill, letter }, place) => (
      <pattern key={letter} id={patternId(place)} width="6" height="6" patternUnits="userSpaceOnUse">
        <Filling fill={fill} colour={colour} />
      </pattern>
    ))}
  </defs>
)

function Filling({ fill, colour }: { fill: BarFill; colour: string }) {
  switch (fill) {
    case 'solid':
      return <rect width="6" height="6" fill={colour} />
    case 'hollow':
      return <rect width="6" height="6" fill="var(--paper)" />
    case 'dots':
      return <circle cx="3" cy="3" r="1.7" fill={colour} />
    case 'rising':
      return <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" stroke={colour} strokeWidth="1.8" />
    case 'falling':
      return <path d="M-1-1 7 7M5-1 7 1M-1 5 1 7" stroke={colour} strokeWidth="1.2" />
    case 'level':
      return <path d="M0 1.5H6M0 4.5H6" stroke={colour} strokeWidth="1.2" />
  }
}

/** Which look is whose, in words. */
export const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
    {series.map(({ key, name }, place) => {
      const { colour, dashes, marker, letter } = lookAt(place)
      return (
        <li key={key} className="flex items-center gap-2">
          <svg viewBox="-24 -8 48 16" width="48" height="16" aria-hidden="true">
            <path d="M-24 0H24" stroke={colour} strokeWidth="2" strokeDasharray={dashes} />
            <path d={marker} fill={colour} />
          </svg>
          <span>
            <b className="figures font-semibold">{letter}</b> {name}
          </span>
        </li>
      )
    })}
  </ul>
)
