import type { Endpoint } from '@/lib/http/endpoint'
import { type ApiProblem, preconditionFailed, preconditionRequired } from '@/lib/http/problems'

/**
 * What stands in the way of a change that is based on a version, as far as its sender says on which. It is asked of what
 * is there: what is not is 404, whatever a request says of its version.
 */
export function preconditionFault(
  { ifMatch: need }: Pick<Endpoint, 'ifMatch'>,
  ifMatch: string | undefined,
  version: number,
): ApiProblem | undefined {
  if (ifMatch === undefined) return need === 'required' ? preconditionRequired() : undefined
  return matches(ifMatch, version) ? undefined : preconditionFailed(etagOf(version))
}

/** A version as an entity tag. */
export const etagOf = (version: number): string => `"${version}"`

/** Whether one of the tags of an `If-Match` is this version; a weak one never is (RFC 9110, 13.1.1). */
const matches = (header: string, version: number): boolean =>
  header
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag === etagOf(version))

/** The same for `If-None-Match`, where a weak tag counts as well. */
export const isKnown = (header: string | undefined, version: number): boolean =>
  header !== undefined && matches(header.replaceAll('W/', ''), version)
