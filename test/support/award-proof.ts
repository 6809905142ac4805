/** A block that commits to a history of awards, signed by validators of its own: what `stake.awardProof` would answer. */
import { blockId, encodeHeader, type Header } from '../../src/protocol/block.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import {
  makeCertificate,
  NO_CERTIFICATE,
  precommitMessage,
  writeCertificate,
} from '../../src/protocol/certificate.ts'
import { Writer } from '../../src/protocol/codec.ts'
import { blsKeyFromSeed, blsPublicKey, blsSign } from '../../src/protocol/crypto/bls.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { commitmentOf } from '../../src/protocol/ledger.ts'
import { stakeHashOf, stakeParts } from '../../src/protocol/stake/encode.ts'
import { NO_STAKE } from '../../src/protocol/stake/genesis.ts'
import { NO_CLAIM, type Silence, voteTarget } from '../../src/protocol/stake/leak.ts'
import { NO_SUPPLY } from '../../src/protocol/supply.ts'
import { validatorSetHash } from '../../src/protocol/validators.ts'

const SECRETS = [1, 2, 3].map((seed) => blsKeyFromSeed(new Uint8Array(32).fill(seed)))
const MEMBERS = SECRETS.map((secret, at) => ({
  id: hash('member', Uint8Array.of(at)),
  publicKey: blsPublicKey(secret),
  ...{ weight: 1_000n, stake: 1_000n },
}))

/**
 * @param height no last one of an epoch. @param signers positions of the three members that sign.
 * @param silence under which they sign.
 */
export function awardProofOf({
  chainId,
  height,
  history,
  signers = [0, 1, 2],
  silence = { claim: NO_CLAIM, round: 0 },
}: {
  readonly chainId: Uint8Array
  readonly height: number
  readonly history: Uint8Array
  readonly signers?: readonly number[]
  readonly silence?: Silence
}) {
  const nothing = MEMBERS.map(() => 0)
  const number = Math.ceil(height / 30)
  const epoch = { ...NO_STAKE.epoch, number, members: MEMBERS, signed: nothing, fees: nothing.map(BigInt) }
  const { rest, records } = stakeParts({ ...NO_STAKE, epoch, award: { ...NO_STAKE.award, history } })
  const unspent = new Uint8Array(2_048).fill(3)
  const setHash = validatorSetHash(MEMBERS)
  const header: Header = {
    ...{ chainId, height, round: 0, time: 1, previous: hash('previous'), certificate: NO_CERTIFICATE },
    ...{ leader: MEMBERS[0]!.publicKey, vrf: new Uint8Array(96), transactionRoot: hash('none') },
    ...{ outputRoot: hash('none'), validatorSetHash: setHash, extrasHash: hash('none') },
    stateCommitment: commitmentOf(unspent, NO_SUPPLY, stakeHashOf(rest, records)),
  }
  const id = blockId(header)
  const message = precommitMessage(chainId, height, silence.round, voteTarget(id, silence.claim))
  const votes = new Map(signers.map((at) => [at, blsSign(SECRETS[at]!, message)]))
  const certificate = makeCertificate(silence, MEMBERS, votes)
  const { issued, burnt, blinding, commitments } = NO_SUPPLY
  return {
    setHash: toHex(setHash),
    proof: {
      ...{ height, blockId: toHex(id), history: toHex(history), header: toHex(encodeHeader(header)) },
      certificate: toHex(writeCertificate(new Writer(), certificate).finish()),
      ...{ unspent: toHex(unspent), issued: issued.toString(), burnt: burnt.toString() },
      ...{ blinding: toHex(blinding), commitments: toHex(commitments), stake: toHex(rest) },
      // the stake of a real chain has a record of each member; what they hash to is all that is looked at
      records: records.map(toHex),
    },
  }
}
