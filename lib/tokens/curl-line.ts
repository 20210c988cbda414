import type { Scope } from '@/lib/access/scopes'

/** A command that shows at once that a token works, by the mildest thing that its scopes open. */
export function curlLine(publicUrl: string, token: string, scopes: readonly Scope[]): string {
  const authorization = `-H 'Authorization: Bearer ${token}'`
  if (scopes.includes('read')) return `curl ${authorization} '${publicUrl}/api/v1/agents'`
  if (scopes.includes('audit')) return `curl ${authorization} '${publicUrl}/api/v1/audit'`
  return `curl ${authorization} -H 'Content-Type: application/json' -d '${JSON.stringify(DRAFT)}' '${publicUrl}/api/v1/agents'`
}

const DRAFT = { schemaVersion: 1, name: 'Made by a token', formula: 'aivss-0.8', factorSet: 'goal-planning' }
