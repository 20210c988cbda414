export const KINDS = ['mcp-server', 'agent', 'skill', 'framework', 'other'] as const

/** What sort of thing an assessment is about. */
export type Kind = (typeof KINDS)[number]

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  'mcp-server': 'MCP server',
  agent: 'Agent',
  skill: 'Skill',
  framework: 'Framework',
  other: 'Other',
}
