import type { Described } from '@/lib/reference/openapi-document'

/**
 * An operation as a command that works as it stands, given `FULLSCORE_URL`, `FULLSCORE_TOKEN`, and what the commands
 * before it keep: the id of what they made, and the ETag of what they read.
 */
export function curlOf(operation: Described): string {
  const { method, parameters, body, isOpen } = operation
  const isRequired = (name: string) => parameters.some((one) => one.name === name && one.required)
  const takes = (name: string) => parameters.some((one) => one.name === name)
  const isImplied = method === 'GET' || (method === 'POST' && body !== undefined)
  const command = [
    `curl -sS ${isImplied ? '' : `-X ${method} `}"$FULLSCORE_URL${filled(operation)}${asking(operation)}"`,
    ...(isOpen ? [] : [`-H "Authorization: Bearer $FULLSCORE_TOKEN"`]),
    ...(isRequired('If-Match') ? [`-H "If-Match: $ETAG"`] : []),
    ...(takes('Idempotency-Key') ? [`-H "Idempotency-Key: ${operation.id}-$(date +%s)"`] : []),
    ...(body ? [`-H 'Content-Type: application/json'`, `--data ${quoted(body.example)}`] : []),
  ]
  return [command.join(' \\\n  '), keepingOf(operation)].join('')
}

/** What the commands after this one need of its answer. */
function keepingOf({ method, path, responses }: Described): string {
  const made = responses['201']?.content?.['application/json']?.schema
  if (method === 'POST' && made && 'id' in Object(responses['201']?.content?.['application/json']?.example)) {
    const name = singular(path.split('/').at(-1) ?? '')
    return ` \\\n  | tee ${name}.json\n${name.toUpperCase()}_ID=$(sed -n 's/^{"id":"\\([^"]*\\)".*/\\1/p' ${name}.json)`
  }
  if (method === 'GET' && responses['200']?.headers?.['ETag'])
    return ` \\\n  -D head.txt\nETAG=$(sed -n 's/^[Ee][Tt]ag: \\("[^"]*"\\).*/\\1/p' head.txt)`
  return ''
}

/** What has to be asked for; a comma means in a query what it means elsewhere. */
const asking = ({ parameters }: Described): string => {
  const asked = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example)).replaceAll('%2C', ',')}`)
  return asked.length === 0 ? '' : `?${asked.join('&')}`
}

/** Ids come from the commands before; whatever else an address needs has an example. */
const filled = ({ path, parameters }: Described): string =>
  path.replace(/([^/]+)\/\{(\w+)\}/g, (_, place: string, name: string) => {
    const example = parameters.find((one) => one.in === 'path' && one.name === name)?.example
    return `${place}/${name === 'id' ? `$${singular(place).toUpperCase()}_ID` : String(example)}`
  })

const singular = (word: string): string => word.replace(/s$/, '')

/** As JSON, in quotation marks that the shell takes literally. */
const quoted = (value: unknown): string => `'${JSON.stringify(value, null, 2).replaceAll("'", `'\\''`)}'`
