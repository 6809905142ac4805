/** Where peers are: their addresses by range, because whoever owns one address of a range often owns all. */
import { BlockList, isIP, isIPv6 } from 'node:net'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'

export type Place = {
  /** The address without its port, as it is banned: an IPv4 address, the /64 of an IPv6 address, or a name. */
  readonly host: string
  /** The ranges it is in, from wide to narrow: /16 and /24, or /32 and /48. Of a name, itself twice. */
  readonly ranges: readonly [wide: string, narrow: string]
  /** Whether it is of this machine or of a private network. */
  readonly local: boolean
}

const LOCAL = new BlockList()
for (const [address, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  LOCAL.addSubnet(address, prefix, 'ipv4')
}
LOCAL.addAddress('::1', 'ipv6')
LOCAL.addSubnet('fc00::', 7, 'ipv6')
LOCAL.addSubnet('fe80::', 10, 'ipv6')

const NAMES: ReadonlySet<string> = new Set(['dns', 'dns4', 'dns6', 'dnsaddr', 'onion3'])

/** Undefined for what is neither an IP address nor a name. */
export function placeOf(address: Multiaddr): Place | undefined {
  const first = address.getComponents().find(({ name }) => name !== 'ip6zone')
  if (first?.value === undefined) return undefined
  if (first.name === 'ip4' || first.name === 'ip6') return placeOfIp(first.value)
  if (!NAMES.has(first.name)) return undefined
  const host = first.name === 'onion3' ? first.value.split(':')[0]! : first.value.toLowerCase()
  return { host, ranges: [host, host], local: host === 'localhost' }
}

function placeOfIp(ip: string): Place | undefined {
  const version = isIP(ip)
  if (version === 4) return placeOfIpv4(ip)
  if (version !== 6) return undefined
  const groups = groupsOf(ip)
  // An IPv4 address written as one of IPv6 is the IPv4 address.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high, low] = [groups[6]!, groups[7]!]
    return placeOfIpv4(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`)
  }
  const range = (count: number) =>
    `${groups
      .slice(0, count)
      .map((group) => group.toString(16))
      .join(':')}::/${16 * count}`
  return { host: range(4), ranges: [range(2), range(3)], local: LOCAL.check(ip, 'ipv6') }
}

function placeOfIpv4(ip: string): Place {
  const [a, b, c] = ip.split('.')
  return {
    host: ip,
    ranges: [`${a}.${b}.0.0/16`, `${a}.${b}.${c}.0/24`],
    local: LOCAL.check(ip, 'ipv4'),
  }
}

/** The eight groups of an IPv6 address. */
function groupsOf(ip: string): number[] {
  const dotted = ip.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [a * 256 + Number(b), c * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [head = '', tail] = dotted.split('::')
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  if (tail === undefined) return read(head)
  const [before, after] = [read(head), read(tail)]
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after]
}

/** An address as multiaddr; undefined when it is none. */
export function readAddress(text: string): Multiaddr | undefined {
  try {
    const address = multiaddr(text)
    return address.getComponents().length > 0 ? address : undefined
  } catch {
    return undefined
  }
}

/** A SOCKS proxy `socks5://IP:PORT`; undefined when it is none. Names are refused: looking them up would tell where it is. */
export function readProxy(text: string): { readonly host: string; readonly port: number } | undefined {
  const found = /^socks5:\/\/(\[[0-9a-fA-F:.]+\]|[0-9.]+):(\d{1,5})$/.exec(text)
  if (!found) return undefined
  const host = found[1]!.replace(/^\[|\]$/g, '')
  const port = Number(found[2])
  if (isIP(host) === 0 || (found[1]!.startsWith('[') && !isIPv6(host)) || port < 1 || port > 65_535)
    return undefined
  return { host, port }
}
