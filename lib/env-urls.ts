import { isIP } from 'node:net'
import type { MailSettings } from '@/lib/registry'

/** What is wrong with `PUBLIC_URL`, as the rest of a sentence that begins with its name. */
export function originFault(value: string): string | undefined {
  const url = parsed(value)
  const example = 'write an address such as https://scores.example.org'
  if (!url || !/^https?:$/.test(url.protocol)) return `is "${value}": ${example}.`
  if (url.username || url.password) return `holds a user or a password: ${example}.`
  if (url.pathname !== '/' || url.search || url.hash) return `has more than a host and a port: ${example}.`
  return undefined
}

/** Such an address holds a password, so no sentence repeats it. */
export function databaseUrlFault(value: string): string | undefined {
  const url = parsed(value)
  const example = 'write postgresql://user:password@host:5432/database'
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    return `is not the address of a Postgres database: ${example}.`
  if (url.pathname.length < 2) return `names no database: ${example}.`
  const schema = url.searchParams.get('schema')
  if (schema && schema !== 'public') return 'names another schema than public: leave the schema out.'
  return undefined
}

export function mailUrlFault(value: string): string | undefined {
  const url = parsed(value)
  const example = 'write smtp://user:password@host:587 or smtps://user:password@host:465'
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    return `is not the address of a mail server: ${example}.`
  if (url.pathname.length > 1 || url.search || url.hash)
    return `has more than a user, a host and a port: ${example}.`
  if (!isDecodable(url.username) || !isDecodable(url.password))
    return 'has a percent sign that encodes nothing: write it as %25.'
  return undefined
}

/** Of an address without fault. A password goes unencrypted to nobody but a server on this machine. */
export function mailServerOf(address: string): Omit<MailSettings, 'from'> {
  const { protocol, hostname, port, username, password } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  const login =
    username === ''
      ? undefined
      : { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  if (protocol === 'smtps:') return { host, port: Number(port) || 465, tls: 'from-the-first-byte', login }
  const tls = login && !isLoopback(host) ? 'required' : 'where-offered'
  return { host, port: Number(port) || 587, tls, login }
}

/** Only on one's own machine may what signs people in travel unencrypted. */
export function issuerFault(value: string): string | undefined {
  const url = parsed(value)
  const example = 'write the one of your identity provider, such as https://login.example.org'
  if (!url || !/^https?:$/.test(url.protocol)) return `is not a web address: ${example}.`
  if (url.username || url.password || url.search || url.hash)
    return `has more than a host, a port and a path: ${example}.`
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
    return `is not encrypted: ${example}.`
  return undefined
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const parsed = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined)
