/**
 * What a snapshot is held against: headers that certificates make final, followed from genesis. Whoever has them need not trust
 * whoever sends a snapshot.
 */
import { decodeHeader, type Header } from '../../protocol/block.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { nextBeacon } from '../../protocol/validators.ts'

export type CertifiedHeader = {
  readonly header: Header
  /** What makes this header final. */
  readonly certificate: Certificate
}

export type CertifiedHeaders = {
  /** The highest height whose header is certified. */
  readonly height: number
  /** The headers from `from` on, at most `count`; from 1 to {@link height} none is missing. */
  read(from: number, count: number): Promise<readonly CertifiedHeader[]>
  /** The beacon after the block of that height: a chain of the VRFs of all headers up to it. */
  beaconAt(height: number): Promise<Uint8Array>
}

/** Headers as they are kept once they have been verified. */
export type HeaderRows = {
  readonly height: number
  read(
    from: number,
    count: number,
  ): Promise<readonly { readonly header: Uint8Array; readonly certificate: Certificate }[]>
}

/** Headers read at once. */
const READ_AT_ONCE = 256

/** @param firstBeacon the beacon after genesis. */
export function certifiedHeaders(rows: HeaderRows, firstBeacon: Uint8Array): CertifiedHeaders {
  const read = async (from: number, count: number) =>
    (await rows.read(from, count)).map(({ header, certificate }) => ({
      header: decodeHeader(header),
      certificate,
    }))
  /** As far as beacons have been followed. */
  let last = { height: 0, beacon: firstBeacon }
  const headers: CertifiedHeaders = {
    get height() {
      return rows.height
    },
    read,
    beaconAt: async (height) => {
      let { height: at, beacon } = height < last.height ? { height: 0, beacon: firstBeacon } : last
      for await (const some of headersBetween(headers, at + 1, height)) {
        for (const { header } of some) beacon = nextBeacon(beacon, header.vrf)
        at += some.length
      }
      last = { height: at, beacon }
      return beacon
    },
  }
  return headers
}

/** The header of a height; undefined above the highest and for genesis. */
export async function certifiedHeaderAt(
  headers: CertifiedHeaders,
  height: number,
): Promise<CertifiedHeader | undefined> {
  if (height < 1 || height > headers.height) return undefined
  const [found] = await headers.read(height, 1)
  return found
}

/** All headers from one height to another, both included. */
export async function* headersBetween(
  headers: CertifiedHeaders,
  from: number,
  until: number,
): AsyncGenerator<readonly CertifiedHeader[]> {
  for (let at = from; at <= until; ) {
    const found = await headers.read(at, Math.min(READ_AT_ONCE, until - at + 1))
    if (found.length === 0) throw new RangeError('a height whose header is not there')
    yield found
    at += found.length
  }
}
