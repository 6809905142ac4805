/**
 * Following a chain by headers and certificates alone, from genesis or from any state: who votes on each block, and that more
 * than two thirds of them did. What transactions do is not looked at, nor who led and by what right: whoever also has the
 * blocks checks that with them (ledger.ts).
 */
import { blockId, type Header } from './block.ts'
import { equalBytes } from './bytes.ts'
import { type Certificate, certificateCheck, isNoCertificate, silenceOf } from './certificate.ts'
import { type BlsJointlySigned, blsVerifyJointMany } from './crypto/bls.ts'
import { openEpochProof } from './epoch-proof.ts'
import { ProtocolError } from './errors.ts'
import type { LedgerState } from './ledger.ts'
import type { NetworkParams } from './network.ts'
import { certifiers, leakedMembers } from './stake/leak-stake.ts'
import { lastHeight } from './stake/schedule.ts'
import { checkSilenceTime } from './stake/silence-time.ts'
import { type EpochSets, toValidatorSet } from './stake/state.ts'
import { validatorSetHash } from './validators.ts'

/** What is known of a block that is final by its header: enough to judge the next header. */
export type Trail = Pick<LedgerState, 'chainId' | 'height' | 'blockId' | 'time' | 'previousTime'> & {
  /** Of the next block. */
  readonly epoch: EpochSets
}

/** Headers in a row, as they are shown to whoever follows. */
export type HeaderRun = {
  readonly headers: readonly Header[]
  /** Of the last of them. The others' certificates stand in the header after each. */
  readonly certificate: Certificate
  /** Of each epoch that ends in the run, in order. */
  readonly epochProofs: readonly Uint8Array[]
}

type Params = Pick<NetworkParams, 'stake'>

/** The trail that a state stands on. */
export function trailOf({ chainId, height, blockId, time, previousTime, stake }: LedgerState): Trail {
  const { number, members, previous } = stake.epoch
  return { chainId, height, blockId, time, previousTime, epoch: { number, members, previous } }
}

/**
 * Follows a run of headers; all certificates in it are verified with one pairing check.
 * @throws ProtocolError naming the first thing that does not hold; then nothing of the run is to be believed.
 */
export function followHeaders(
  trail: Trail,
  { headers, certificate, epochProofs }: HeaderRun,
  params: Params,
): Trail {
  const signed: BlsJointlySigned[] = []
  const proofs = epochProofs.values()
  let at = trail
  for (const header of headers) {
    signed.push(...carriedCertificate(at, header, params))
    at = follow(at, header, () => proofs.next().value, params)
  }
  signed.push(ownCertificate(at, certificate, params))
  if (!proofs.next().done) throw invalid('the end of an epoch that does not end')
  if (!blsVerifyJointMany(signed))
    throw new ProtocolError('invalid_certificate', 'a certificate that the validators did not sign')
  return at
}

/** Whether the header is final is left to the certificates. */
function follow(
  trail: Trail,
  header: Header,
  nextProof: () => Uint8Array | undefined,
  params: Params,
): Trail {
  const { chainId, epoch } = trail
  const { height, time } = header
  if (!equalBytes(header.chainId, chainId)) throw invalid('another chain')
  if (height !== trail.height + 1) throw invalid('not the next height')
  if (!equalBytes(header.previous, trail.blockId)) throw invalid('not a child of the header before')
  if (time <= trail.time) throw invalid('time does not ascend')
  if (!equalBytes(header.validatorSetHash, validatorSetHash(toValidatorSet(epoch.members))))
    throw invalid('validator set')
  checkSilenceTime(silenceOf(header.certificate), time, trail.previousTime, params.stake)
  const members = leakedMembers(trail, height, silenceOf(header.certificate), params.stake)
  const next = { chainId, height, blockId: blockId(header), time, previousTime: trail.time }
  if (height !== lastHeight(epoch.number, params.stake)) return { ...next, epoch: { ...epoch, members } }
  const proof = nextProof()
  if (!proof) throw invalid('the end of an epoch without the validators of the next')
  const opened = openEpochProof(proof, header.stateCommitment)
  if (opened.number !== epoch.number + 1) throw invalid('the validators of another epoch')
  return { ...next, epoch: opened }
}

/** What a header says of the one before: by its claim of silence the votes on this one are weighed. */
function carriedCertificate(trail: Trail, { certificate }: Header, params: Params): BlsJointlySigned[] {
  if (trail.height > 0) return [ownCertificate(trail, certificate, params)]
  if (!isNoCertificate(certificate)) throw invalid('genesis has no certificate')
  return []
}

/** What makes the last header of a trail final. */
function ownCertificate(trail: Trail, certificate: Certificate, { stake }: Params): BlsJointlySigned {
  const { chainId, height, blockId } = trail
  const set = toValidatorSet(certifiers(trail, height + 1, stake))
  return certificateCheck(certificate, set, chainId, height, blockId, stake)
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_block', `invalid header: ${why}`)
}
