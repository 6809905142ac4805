/**
 * The supply invariant: at every height the commitments of all unspent coins sum to (issued − burnt − staked)·B +
 * b·B_blinding, for a blinding sum b that follows from the blocks. So everybody can check, without opening a single coin, that no money
 * came into being (as in Mimblewimble).
 */
import {
  BASE,
  decodePoint,
  decodeScalar,
  encodePoint,
  encodeScalar,
  equalPoints,
  multiscalar,
  type Point,
  type Scalar,
  scalarFrom,
  subtractScalars,
  sumPoints,
} from './crypto/group.ts'
import { blindingBase } from './crypto/pedersen.ts'
import { ProtocolError } from './errors.ts'
import { MAX_AMOUNT } from './network.ts'

export type Supply = {
  /** Base units ever issued, as coins of genesis and by the rules of stake. */
  readonly issued: bigint
  /** Base units ever burnt, all of them by the rules of stake. */
  readonly burnt: bigint
  /** b, an encoded scalar. */
  readonly blinding: Uint8Array
  /** Sum of the commitments of all unspent coins, an encoded point. */
  readonly commitments: Uint8Array
}

type Totals = Pick<Supply, 'issued' | 'burnt'>

export type SupplyChange = {
  readonly issued: bigint
  readonly burnt: bigint
  /** γ of each transaction: leaves the sum of blindings. */
  readonly blindings: readonly Scalar[]
  /** Commitments. */
  readonly spent: readonly Point[]
  readonly created: readonly Point[]
}

export const NO_SUPPLY: Supply = {
  issued: 0n,
  burnt: 0n,
  blinding: new Uint8Array(32),
  commitments: encodeIdentity(),
}

/** What was issued and burnt besides. @throws ProtocolError `supply_broken` when the totals leave their range. */
export function addTotals<T extends Totals>(supply: T, change: Totals): T {
  const issued = supply.issued + change.issued
  const burnt = supply.burnt + change.burnt
  if (issued > MAX_AMOUNT || burnt > issued)
    throw new ProtocolError('supply_broken', 'more burnt than was issued')
  return { ...supply, issued, burnt }
}

/** @throws ProtocolError `supply_broken` when the totals leave their range. */
export function addToSupply(supply: Supply, change: SupplyChange): Supply {
  return {
    ...addTotals(supply, change),
    blinding: encodeScalar(change.blindings.reduce(subtractScalars, decodeScalar(supply.blinding))),
    commitments: encodePoint(
      sumPoints(
        [decodePoint(supply.commitments), ...change.created, ...change.spent],
        Int8Array.of(1, ...change.created.map(() => 1), ...change.spent.map(() => -1)),
      ),
    ),
  }
}

/** Base units of all coins together. @param staked what the stake holds. */
export function circulating({ issued, burnt }: Pick<Supply, 'issued' | 'burnt'>, staked: bigint): bigint {
  return issued - burnt - staked
}

/** Whether the commitments open to what circulates. @param staked base units that the stake holds. */
export function holdsSupply(supply: Supply, staked: bigint): boolean {
  const { blinding, commitments } = supply
  const coins = scalarFrom(circulating(supply, staked))
  const expected = multiscalar([BASE, blindingBase()], [coins, decodeScalar(blinding)])
  return equalPoints(decodePoint(commitments), expected)
}

function encodeIdentity(): Uint8Array {
  // RFC 9496: the identity is encoded as 32 zero bytes
  return new Uint8Array(32)
}
