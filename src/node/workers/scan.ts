/** Job `scan`: what in many transactions concerns which of some accounts. */
import { ADDRESS_LENGTH, addressFromBytes } from '../../protocol/address.ts'
import { equalBytes } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { encodePoint, encodeScalar } from '../../protocol/crypto/group.ts'
import { type Direction, findOutput, openPayload, reopenSent } from '../../protocol/enote.ts'
import { decodeViewKey, type ViewKeys } from '../../protocol/keys.ts'
import { type OutputCore, readCore } from '../../protocol/output.ts'
import type { Payload, SentRecord } from '../../protocol/payload.ts'

/** The outputs of one transaction, or of genesis. */
export type ScannedTransaction = {
  /** Input context of the transaction, or the genesis context. */
  readonly context: Uint8Array
  readonly outputs: readonly {
    /** The encoded core. */
    readonly core: Uint8Array
    /** Absent once it is pruned: the coin is found all the same. */
    readonly payload?: Uint8Array | undefined
  }[]
}

/** Holds view keys: it is never logged. */
export type ScanJob = {
  /** View keys as `encodeViewKey` gives them. */
  readonly viewKeys: readonly Uint8Array[]
  readonly transactions: readonly ScannedTransaction[]
}

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

export type ScanHits = {
  /** Positions in the job's lists. */
  readonly viewKey: number
  readonly transaction: number
  /** Outputs found first, then those sent; never empty. */
  readonly hits: readonly Hit[]
}

export function scan({ viewKeys, transactions }: ScanJob): ScanHits[] {
  const accounts = viewKeys.map(decodeViewKey)
  return transactions.flatMap((transaction, position) => {
    const outputs = transaction.outputs.map(({ core }) => decodeAll(core, readCore))
    return accounts.flatMap((keys, viewKey) => {
      const hits = scanTransaction(keys, transaction, outputs)
      return hits.length > 0 ? [{ viewKey, transaction: position, hits }] : []
    })
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
  const address = decodeAddress(record.address)
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

function decodeAddress(bytes: Uint8Array) {
  try {
    return addressFromBytes(bytes)
  } catch {
    return undefined
  }
}
