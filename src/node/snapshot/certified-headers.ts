/**
 * What a snapshot is held against: headers that certificates make final, followed from genesis. Whoever has them need not trust
 * whoever sends a snapshot.
 */
import type { Header } from '../../protocol/block.ts'
import type { Certificate } from '../../protocol/certificate.ts'

export type CertifiedHeader = {
  readonly header: Header
  /** What makes this header final. */
  readonly certificate: Certificate
  /** The beacon after its block: a chain of the VRFs of all headers up to it. */
  readonly beacon: Uint8Array
}

export type CertifiedHeaders = {
  /** The highest height whose header is certified. */
  readonly height: number
  /** Undefined for genesis and above {@link height}. */
  certifiedHeaderAt(height: number): Promise<CertifiedHeader | undefined>
}
