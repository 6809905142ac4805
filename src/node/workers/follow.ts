/** Job `follow`: a run of headers as a peer sent it, decoded and held against the trail that leads there. */
import { encodeHeader } from '../../protocol/block.ts'
import { silenceOf, writeCertificate } from '../../protocol/certificate.ts'
import { Writer } from '../../protocol/codec.ts'
import { decodeHeaderRun } from '../../protocol/header-run.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { claimableFrom } from '../../protocol/stake/silence-time.ts'
import { followHeaders, type Trail } from '../../protocol/trail.ts'

export type FollowJob = {
  readonly params: Pick<NetworkParams, 'stake' | 'maxTimeDrift'>
  readonly trail: Trail
  /** An encoded run, of any content. */
  readonly run: Uint8Array
  /** Headers that were asked for. */
  readonly most: number
}

export type FollowResult = {
  /** After the run. */
  readonly trail: Trail
  /** From when on the run may be believed, by a node's clock: always, where nobody is claimed silent in it. */
  readonly due: number
  /** The headers, encoded, and what makes each final. */
  readonly headers: readonly Uint8Array[]
  readonly certificates: readonly Uint8Array[]
  readonly epochProofs: readonly Uint8Array[]
}

/** @throws ProtocolError naming the first thing that does not hold. */
export function follow({ params, trail, run: bytes, most }: FollowJob): FollowResult {
  const run = decodeHeaderRun(bytes, trail.height + 1, most, params.stake)
  const { headers, certificate, epochProofs } = run
  const after = followHeaders(trail, run, params)
  const claims = headers.some((header) => header.certificate.claim.length > 0)
  const carried = claims ? after.time - params.maxTimeDrift : Number.NEGATIVE_INFINITY
  const certificates = [...headers.slice(1).map((header) => header.certificate), certificate]
  return {
    trail: after,
    due: Math.max(claimableFrom(silenceOf(certificate), after.previousTime, params.stake), carried),
    headers: headers.map(encodeHeader),
    certificates: certificates.map((one) => writeCertificate(new Writer(), one).finish()),
    epochProofs,
  }
}
