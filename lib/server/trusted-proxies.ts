import { BlockList, isIP } from 'node:net'

/** The addresses whose `X-Forwarded-For` is believed: `10.0.0.0/8, ::1`. */
export type TrustedProxies = { readonly includes: (address: string) => boolean }

/** Undefined when an entry is neither an address nor a range. */
export function parseTrustedProxies(text: string): TrustedProxies | undefined {
  const list = new BlockList()
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry !== '' && !add(list, entry)) return undefined
  }
  return {
    includes: (address) => {
      const plain = plainAddress(address)
      const version = isIP(plain)
      return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

/** A socket that listens on IPv6 shows an IPv4 peer as `::ffff:10.0.0.1`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

function add(list: BlockList, entry: string): boolean {
  const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry)
  const address = match?.[1] ?? ''
  const version = isIP(address)
  if (version === 0) return false
  const bits = version === 4 ? 32 : 128
  const prefix = Number(match?.[2] ?? bits)
  if (prefix > bits) return false
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6')
  return true
}
