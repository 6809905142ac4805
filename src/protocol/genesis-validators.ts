/** The first validators of a chain, before anything is built on them: whoever votes must hold its key, and nobody another's. */
import { toHex } from './bytes.ts'
import { MAX_VALIDATORS } from './certificate.ts'
import { blsVerifyPossession, isBlsPublicKey } from './crypto/bls.ts'
import { decodePoint, isIdentity } from './crypto/group.ts'
import { ProtocolError, unlessRefused } from './errors.ts'
import { MAX_AMOUNT } from './network.ts'
import type { GenesisStake } from './stake/genesis.ts'

/**
 * Checks that there are validators, that their keys are keys and all different, and that each has stake. Where there are
 * several, each key must come with a proof of possession: a certificate is one signature under the sum of the keys, and who
 * may choose a key without knowing its secret can choose one that makes him sign for the others.
 * @param possessions in the order of `validators`, 96 bytes each
 * @throws ProtocolError `invalid_block`.
 */
export function checkGenesisValidators(
  validators: readonly GenesisStake[],
  possessions: readonly Uint8Array[] | undefined,
): void {
  if (validators.length === 0 || validators.length > MAX_VALIDATORS)
    throw invalid('no validators, or too many')
  const keys = new Set(validators.map(({ key }) => toHex(key)))
  if (keys.size !== validators.length) throw invalid('two validators with one key')
  if (validators.some(({ amount }) => amount <= 0n)) throw invalid('a validator without stake')
  if (validators.reduce((sum, { amount }) => sum + amount, 0n) > MAX_AMOUNT)
    throw invalid('more stake than 64 bits hold')
  if (!validators.every(({ key }) => isBlsPublicKey(key))) throw invalid('a key that is none')
  if (!validators.every(({ operator }) => isPublicKey(operator))) throw invalid('an operator without a key')
  if (possessions === undefined && validators.length === 1) return
  const proven = validators.every(({ key }, index) => {
    const proof = possessions?.[index]
    return proof !== undefined && blsVerifyPossession(key, proof)
  })
  if (!proven || possessions?.length !== validators.length)
    throw invalid('a key whose possession is not proven')
}

function isPublicKey(encoded: Uint8Array): boolean {
  const point = unlessRefused(() => decodePoint(encoded))
  return point !== undefined && !isIdentity(point)
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_block', `invalid genesis: ${why}`)
}
