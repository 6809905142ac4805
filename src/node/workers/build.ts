/** Job `build`: a transaction from coins and recipients, proved and signed. */
import { addressFromBytes } from '../../protocol/address.ts'
import { buildTransaction, type OperationRequest } from '../../protocol/build-transaction.ts'
import { decodeScalar } from '../../protocol/crypto/group.ts'
import { systemRandom } from '../../protocol/crypto/random.ts'
import { decodeViewKey } from '../../protocol/keys.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { encodeCore, inputContext } from '../../protocol/output.ts'
import type { Payload } from '../../protocol/payload.ts'
import { decodeOperation } from '../../protocol/stake/operation-codec.ts'
import { signOperation } from '../../protocol/stake/sign.ts'
import { encodeTransaction, outputIds } from '../../protocol/transaction.ts'
import { type FoundHit, scanTransaction } from './scan.ts'

/** An operation on the stake, encoded with anything for signatures, and the secrets that sign it. */
export type OperationOrder = {
  readonly draft: Uint8Array
  /** Of its operator or owner, an encoded scalar. */
  readonly signer?: Uint8Array | undefined
  /** Of the validator key. */
  readonly key?: Uint8Array | undefined
}

/** Holds secrets: it is never logged. All keys and scalars are encoded. */
export type BuildJob = {
  readonly chainId: Uint8Array
  readonly params: NetworkParams
  /** The spending account's view key, as `encodeViewKey` gives it. */
  readonly viewKey: Uint8Array
  readonly coins: readonly {
    readonly id: Uint8Array
    readonly amount: bigint
    readonly blinding: Uint8Array
    /** The secret of the coin's one-time key. */
    readonly secret: Uint8Array
  }[]
  readonly recipients: readonly {
    /** S then V, 64 bytes. */
    readonly address: Uint8Array
    readonly amount: bigint
    readonly payload: Payload
    readonly anchor: Uint8Array
  }[]
  /** Outputs the transaction shall have. */
  readonly outputs: number
  /** What it shall do to the stake. */
  readonly operation?: OperationOrder | undefined
}

export type BuildResult = {
  /** The encoded transaction. */
  readonly transaction: Uint8Array
  readonly id: Uint8Array
  readonly fee: bigint
  readonly outputIds: readonly Uint8Array[]
  /** Position of each recipient's output. */
  readonly recipientOutputs: readonly number[]
  /** The outputs that come back to the spending account: change, fillers, and what it pays to itself. */
  readonly own: readonly FoundHit[]
}

/** @throws ProtocolError as `buildTransaction` does. */
export function build(job: BuildJob): BuildResult {
  const { chainId, params, outputs } = job
  const keys = decodeViewKey(job.viewKey)
  const { transaction, id, fee, recipientOutputs } = buildTransaction({
    chainId,
    params,
    outputs,
    keys,
    coins: job.coins.map((coin) => ({
      ...coin,
      blinding: decodeScalar(coin.blinding),
      secret: decodeScalar(coin.secret),
    })),
    recipients: job.recipients.map((recipient) => ({
      ...recipient,
      address: addressFromBytes(recipient.address),
    })),
    operation: job.operation && requestOf(job.operation, chainId),
    random: systemRandom,
  })
  const scanned = {
    context: inputContext(transaction.inputs),
    outputs: transaction.outputs.map((core, i) => ({
      core: encodeCore(core),
      payload: transaction.payloads[i],
    })),
  }
  const hits = scanTransaction(keys, scanned, transaction.outputs)
  return {
    transaction: encodeTransaction(transaction),
    id,
    fee,
    outputIds: outputIds(transaction),
    recipientOutputs,
    own: hits.filter((hit) => hit.type === 'found'),
  }
}

function requestOf({ draft, signer, key }: OperationOrder, chainId: Uint8Array): OperationRequest {
  const operation = decodeOperation(draft)
  const secrets = { signer: signer && decodeScalar(signer), key }
  return { draft: operation, sign: (binding) => signOperation(operation, { chainId, binding }, secrets) }
}
