/** The first validators of a chain, before anything is built on them: whoever votes must hold its key, and nobody another's. */
import { toHex } from './bytes.ts'
import { MAX_VALIDATORS } from './certificate.ts'
import { blsVerifyPossession, isBlsPublicKey } from './crypto/bls.ts'
import { ProtocolError } from './errors.ts'
import { MAX_AMOUNT } from './network.ts'
import { totalWeight, type ValidatorSet } from './validators.ts'

/**
 * Checks that there are validators, that their keys are keys and all different, and that each has weight. Where there are
 * several, each key must come with a proof of possession: a certificate is one signature under the sum of the keys, and who
 * may choose a key without knowing its secret can choose one that makes him sign for the others.
 * @param possessions in the order of `validators`, 96 bytes each
 * @throws ProtocolError `invalid_block`.
 */
export function checkGenesisValidators(
  validators: ValidatorSet,
  possessions: readonly Uint8Array[] | undefined,
): void {
  if (validators.length === 0 || validators.length > MAX_VALIDATORS)
    throw invalid('no validators, or too many')
  const keys = new Set(validators.map(({ publicKey }) => toHex(publicKey)))
  if (keys.size !== validators.length) throw invalid('two validators with one key')
  if (validators.some(({ weight }) => weight <= 0n)) throw invalid('a validator without weight')
  if (totalWeight(validators) > MAX_AMOUNT) throw invalid('more weight than 64 bits hold')
  if (!validators.every(({ publicKey }) => isBlsPublicKey(publicKey))) throw invalid('a key that is none')
  if (possessions === undefined && validators.length === 1) return
  const proven = validators.every(({ publicKey }, index) => {
    const proof = possessions?.[index]
    return proof !== undefined && blsVerifyPossession(publicKey, proof)
  })
  if (!proven || possessions?.length !== validators.length)
    throw invalid('a key whose possession is not proven')
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_block', `invalid genesis: ${why}`)
}
