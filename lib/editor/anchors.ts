/** The fields of the editor that have an address of their own there: what stands behind the hash. */
const ANCHORS: readonly (readonly [path: RegExp, anchor: string])[] = [
  [/^(kind|vendor|tags|description|summary|cvss|threatMultiplier|mitigationFactor|formula)\b/, '$1'],
  [/^links\.(listing|repository|homepage)\b/, 'links-$1'],
  [/^links\b/, 'links-listing'],
  [/^factors\.(\w+)/, 'factor-$1'],
  [/^layers\.(\w+)/, 'layer-$1'],
  // The set is chosen beside the formula that asks for one.
  [/^factor(s|Set)\b/, 'formula'],
  [/^layers\b/, 'layer-L1'],
]

/** Where in the editor the field of an issue's path stands; what belongs to no field is at the top, with the name. */
export function anchorOf(path: string): string {
  const [found, anchor] = ANCHORS.find(([pattern]) => pattern.test(path)) ?? []
  const [match = ''] = found?.exec(path) ?? []
  return found && anchor ? match.replace(found, anchor) : 'name'
}
