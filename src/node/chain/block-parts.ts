/** An encoded block taken apart, as far as it is looked at before a thread executes it. */
import { type Header, readHeader } from '../../protocol/block.ts'
import { type BlockExtras, encodeExtras, readExtras } from '../../protocol/block-extras.ts'
import { concat } from '../../protocol/bytes.ts'
import { Reader } from '../../protocol/codec.ts'
import { HASH_LENGTH } from '../../protocol/crypto/hash.ts'
import { ProtocolError, unlessRefused } from '../../protocol/errors.ts'
import type { LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { signerOf } from '../../protocol/stake/authorize.ts'
import { claimsOf } from '../../protocol/stake/claims.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import type { FindEntry } from '../../protocol/stake/table.ts'
import type { EncodedCoin } from '../workers/coins.ts'
import { unpack } from '../workers/packed.ts'
import type { ReplayedBlock } from '../workers/replay.ts'
import type { VerifyItem } from '../workers/verify.ts'
import type { StoredBlock } from './chain.ts'
import {
  MAX_TRANSACTION_LENGTH,
  readOperation,
  splitTransaction,
  type TransactionLayout,
} from './transaction-layout.ts'

export type SplitTransaction = TransactionLayout & { readonly payloads: readonly Uint8Array[] }

export type BlockParts = {
  /** Bytes of the whole block. */
  readonly size: number
  readonly header: Header
  /** Encoded, and split. */
  readonly encoded: readonly Uint8Array[]
  readonly transactions: readonly SplitTransaction[]
  readonly extras: BlockExtras
  /** By the position of their transaction. */
  readonly operations: ReadonlyMap<number, Operation>
}

/** What is in the parts is left to the rules. @throws ProtocolError `invalid_block`, `invalid_encoding`, `invalid_shape`. */
export function takeApart(bytes: Uint8Array, params: NetworkParams): BlockParts {
  const reader = new Reader(bytes)
  const header = readHeader(reader)
  const count = reader.u32()
  if (count > params.maxBlockTransactions) {
    throw new ProtocolError('invalid_block', 'more transactions than a block may carry')
  }
  const encoded = Array.from({ length: count }, () => reader.sized(MAX_TRANSACTION_LENGTH))
  const extras = readExtras(reader)
  reader.finish()
  const transactions = encoded.map(splitTransaction)
  const operations = operationsOf(transactions, params)
  return { size: bytes.length, header, encoded, transactions, extras, operations }
}

/** The block as it is stored, from its parts and what came of executing it. */
export function storedBlock(
  parts: BlockParts,
  { blockId, entries, stakeEvents, ...packed }: ReplayedBlock,
): StoredBlock {
  const { header, extras, transactions, size } = parts
  const transactionIds = unpack(packed.transactionIds, HASH_LENGTH)
  const outputIds = unpack(packed.outputIds, HASH_LENGTH)
  const record = { header, extras: encodeExtras(extras), transactionIds, outputs: outputIds.length, size }
  return { record, blockId, transactions, outputIds, entries, stakeEvents, claims: claimsIn(parts) }
}

/** What a block's operations, and the award it proves, claim of the stake. */
function claimsIn({ operations, extras }: Pick<BlockParts, 'operations' | 'extras'>): string[] {
  return [...operations.values(), ...(extras.award ? [extras.award] : [])].flatMap(claimsOf)
}

/** Each transaction with the coins it spends; `coins` are those of all inputs, in order. */
export function spendingItems(
  { encoded, transactions }: Pick<BlockParts, 'encoded' | 'transactions'>,
  coins: readonly Pick<EncodedCoin, 'core'>[],
  signers: ReadonlyMap<number, Uint8Array>,
): VerifyItem[] {
  let at = 0
  return encoded.map((transaction, index) => {
    const from = at
    at += transactions[index]!.inputs.length
    const signer = signers.get(index)
    return { transaction, coins: concat(...coins.slice(from, at).map(({ core }) => core)), signer }
  })
}

function operationsOf(
  transactions: readonly SplitTransaction[],
  { maxBlockOperations }: NetworkParams,
): Map<number, Operation> {
  const operations = new Map<number, Operation>()
  for (const [index, transaction] of transactions.entries()) {
    if (!transaction.operation) continue
    if (operations.size === maxBlockOperations)
      throw new ProtocolError('invalid_block', 'more operations than a block may carry')
    operations.set(index, readOperation(transaction)!)
  }
  return operations
}

/** Who must have signed which operation. Where nobody can have, the block breaks a rule whatever its proofs are worth. */
export function signersOf(
  operations: ReadonlyMap<number, Operation>,
  { stake }: LedgerState,
  find: FindEntry,
): Map<number, Uint8Array> {
  const signers = new Map<number, Uint8Array>()
  for (const [index, operation] of operations) {
    const signer = unlessRefused(() => signerOf(operation, stake, find))
    if (signer) signers.set(index, signer)
  }
  return signers
}
