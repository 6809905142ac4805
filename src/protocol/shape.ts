/** The shape of a transaction: how many inputs and outputs it has. It is all an outsider learns, and all the fee depends on. */
import { ProtocolError } from './errors.ts'
import type { NetworkParams } from './network.ts'

export type Shape = { readonly inputs: number; readonly outputs: number }

export const MAX_INPUTS = 16
/** Outputs share one aggregated range proof, whose size must be a power of two. */
export const OUTPUT_COUNTS: readonly number[] = [2, 4, 8, 16]

/** Two in, two out: the shape of every payment and every message of a wallet that has two coins. */
export const ORDINARY_SHAPE: Shape = { inputs: 2, outputs: 2 }
/** One in, four out: payment, change and two fillers, for a wallet down to its last coin. */
export const SPLITTING_SHAPE: Shape = { inputs: 1, outputs: 4 }

/** @throws ProtocolError `invalid_shape` for a shape the network does not carry. */
export function checkShape({ inputs, outputs }: Shape): void {
  if (inputs < 1 || inputs > MAX_INPUTS || !OUTPUT_COUNTS.includes(outputs)) {
    throw new ProtocolError(
      'invalid_shape',
      `${inputs} inputs and ${outputs} outputs are not a shape of this network`,
      {
        inputs,
        outputs,
      },
    )
  }
}

/**
 * The fee in base units: a function of the shape, and of whether there is an operation on the stake, so that it tells nothing
 * a look at the transaction does not.
 */
export function feeOf({ inputs, outputs }: Shape, params: NetworkParams, withOperation = false): bigint {
  const fee = params.feePerInput * BigInt(inputs) + params.feePerOutput * BigInt(outputs)
  return withOperation ? fee + params.feePerOperation : fee
}
