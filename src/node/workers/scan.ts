/** Job `scan`: opens what transactions hold for an account. Those that hold nothing are sorted out by `sift` before. */

import { ADDRESS_LENGTH, addressFromBytes } from '../../protocol/address.ts'
import { equalBytes } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { encodePoint, encodeScalar } from '../../protocol/crypto/group.ts'
import { type Direction, findOutput, openPayload, reopenSent } from '../../protocol/enote.ts'
import { unlessRefused } from '../../protocol/errors.ts'
import { decodeViewKey, type ViewKeys } from '../../protocol/keys.ts'
import { inputContext, type OutputCore, readCore } from '../../protocol/output.ts'
import type { Payload, SentRecord } from '../../protocol/payload.ts'
import { unpack } from './packed.ts'

/** What outputs are bound to: the inputs of their transaction, or the beginning of the chain. */
export type Origin =
  | {
      readonly type: 'transaction'
      /** Ids of its inputs in their order, 32 bytes each. */
      readonly inputs: Uint8Array
    }
  | { readonly type: 'mint'; readonly context: Uint8Array }

export type ScannedOutput = {
  /** The encoded core. */
  readonly core: Uint8Array
  /** Absent once it is pruned: the coin is found all the same. */
  readonly payload?: Uint8Array | undefined
}

/** Holds a view key: it is never logged. */
export type ScanJob = {
  /** As `encodeViewKey` gives it. */
  readonly viewKey: Uint8Array
  readonly transactions: readonly { readonly origin: Origin; readonly outputs: readonly ScannedOutput[] }[]
}

/** The outputs of one transaction, or of the mint, with the context that they are bound to. */
type ScannedTransaction = { readonly context: Uint8Array; readonly outputs: readonly ScannedOutput[] }

/** An output that a view key opens, with `FoundOutput`'s scalars encoded. */
export type FoundHit = {
  readonly type: 'found'
  /** Position in the transaction. */
  readonly output: number
  readonly direction: Direction
  readonly amount: bigint
  readonly blinding: Uint8Array
  /** The coin is the account's only if this is one of its addresses. */
  readonly spendKey: Uint8Array
  readonly anchor: Uint8Array
  readonly extension: Uint8Array
  /** Absent when it is pruned, or nothing this version can read. */
  readonly payload?: Payload | undefined
}

/** What the account sent with the transaction, from the record in its change: if the transaction spends a coin of its own. */
export type SentHit = {
  readonly type: 'sent'
  readonly output: number
  /** S then V of the receiver. */
  readonly address: Uint8Array
  readonly amount: bigint
  readonly anchor: Uint8Array
  readonly payload?: Payload | undefined
}

export type Hit = FoundHit | SentHit

/** For each transaction, outputs found first, then those sent. */
export function scan({ viewKey, transactions }: ScanJob): Hit[][] {
  const keys = decodeViewKey(viewKey)
  return transactions.map(({ origin, outputs }) => {
    const context = origin.type === 'mint' ? origin.context : inputContext(unpack(origin.inputs, 32))
    const cores = outputs.map(({ core }) => decodeAll(core, readCore))
    return scanTransaction(keys, { context, outputs }, cores)
  })
}

/** What one transaction holds for one account. `outputs` are the decoded cores. */
export function scanTransaction(
  keys: ViewKeys,
  transaction: ScannedTransaction,
  outputs: readonly OutputCore[],
): Hit[] {
  const found = outputs.flatMap((core, output) => findHit(keys, transaction, core, output) ?? [])
  const own = new Set(found.filter(({ direction }) => direction === 'internal').map(({ output }) => output))
  const records = found.flatMap((hit) => recordsIn(keys, hit))
  const sent = records.flatMap((record) => reopenHit(record, transaction, outputs, own) ?? [])
  return [...found, ...sent]
}

function findHit(
  keys: ViewKeys,
  { context, outputs }: ScannedTransaction,
  core: OutputCore,
  output: number,
): FoundHit | undefined {
  const found = findOutput(keys, context, core)
  if (!found) return undefined
  const { secret, blinding, extension, ...rest } = found
  const sealed = outputs[output]?.payload
  return {
    type: 'found',
    output,
    ...rest,
    blinding: encodeScalar(blinding),
    extension: encodeScalar(extension),
    payload: sealed && openPayload(secret, core, sealed),
  }
}

/** The records of what was sent: only in change, which nobody can make without the view key. */
function recordsIn(keys: ViewKeys, { direction, spendKey, payload }: FoundHit): readonly SentRecord[] {
  const authentic = direction === 'internal' && equalBytes(spendKey, encodePoint(keys.spend))
  return authentic && payload?.kind === 'change' ? payload.sent : []
}

function reopenHit(
  record: SentRecord,
  { context, outputs: sealed }: ScannedTransaction,
  outputs: readonly OutputCore[],
  own: ReadonlySet<number>,
): SentHit | undefined {
  if (record.address.length !== ADDRESS_LENGTH) return undefined
  const address = unlessRefused(() => addressFromBytes(record.address))
  if (!address) return undefined
  for (const [output, core] of outputs.entries()) {
    if (own.has(output)) continue
    const secret = reopenSent({ ...record, address }, context, core)
    if (!secret) continue
    const payload = sealed[output]?.payload
    return { type: 'sent', output, ...record, payload: payload && openPayload(secret, core, payload) }
  }
  return undefined
}
