/**
 * A ledger state on its way into a job and out of it. The stake goes as its canonical bytes: one array in place of some
 * thousand, of which a structured clone would copy each by itself.
 */
import type { LedgerState } from '../../protocol/ledger.ts'
import { decodeStake, encodeStake } from '../../protocol/stake/encode.ts'
import { type StakeState, toValidatorSet } from '../../protocol/stake/state.ts'

export type PackedState = Omit<LedgerState, 'stake' | 'validators'> & { readonly stake: Uint8Array }

/** Bytes of states that were unpacked or packed before: they never change. */
const known = new WeakMap<StakeState, Uint8Array>()

/** The canonical bytes of a stake. Not to be written to. */
export function stakeBytes(stake: StakeState): Uint8Array {
  let bytes = known.get(stake)
  if (bytes === undefined) {
    bytes = encodeStake(stake)
    known.set(stake, bytes)
  }
  return bytes
}

export function packState({ stake, validators: _, ...rest }: LedgerState): PackedState {
  return { ...rest, stake: stakeBytes(stake) }
}

/** @throws ProtocolError `invalid_encoding`. */
export function unpackState({ stake: bytes, ...rest }: PackedState): LedgerState {
  const stake = decodeStake(bytes)
  known.set(stake, bytes)
  return { ...rest, validators: toValidatorSet(stake.epoch.members), stake }
}
