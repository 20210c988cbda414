import { err, ok, type Result } from '@/lib/base/result'

export const EMBED_HOSTS_MAX = 20
const HOST_CHARACTERS_MAX = 253
const PORT_MAX = 65_535

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const HOST = new RegExp(`^(\\*\\.)?(${LABEL}(?:\\.${LABEL})*)(?::([1-9]\\d{0,4}))?$`)

/** One host a line, as somebody types them; in small letters, each once, or what to put right. */
export function readEmbedHosts(text: string): Result<readonly string[], string> {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.trim().toLowerCase())
  const bad = lines.findIndex((line) => line !== '' && !isHost(line))
  if (bad !== -1)
    return err(
      `Line ${bad + 1}, “${shorten(lines[bad] ?? '')}”, is no host. Write its name alone, such as docs.example.org, docs.example.org:8443 or *.example.org.`,
    )
  const hosts = [...new Set(lines.filter((line) => line !== ''))]
  return hosts.length > EMBED_HOSTS_MAX
    ? err(`These are ${hosts.length} hosts; name at most ${EMBED_HOSTS_MAX}.`)
    : ok(hosts)
}

function isHost(line: string): boolean {
  const [, wildcard, name = '', port] = HOST.exec(line) ?? []
  if (name === '' || name.length > HOST_CHARACTERS_MAX) return false
  // A star before a single word would be everybody who has a name below it.
  if (wildcard !== undefined && !name.includes('.')) return false
  return port === undefined || Number(port) <= PORT_MAX
}

const shorten = (line: string): string => (line.length > 60 ? `${line.slice(0, 60)}…` : line)

/** As a content security policy names them. A page of ours that is itself not encrypted may stand in one that is not. */
export const frameAncestorsOf = (hosts: readonly string[], publicUrl: string): readonly string[] =>
  hosts.flatMap((host) =>
    publicUrl.startsWith('https:') ? [`https://${host}`] : [`https://${host}`, `http://${host}`],
  )
