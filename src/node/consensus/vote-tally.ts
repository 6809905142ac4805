/** Votes for one block in one round, until they are more than two thirds of the weight. */
import { equalBytes } from '../../protocol/bytes.ts'
import { type Certificate, makeCertificate } from '../../protocol/certificate.ts'
import { isQuorum, type ValidatorSet } from '../../protocol/validators.ts'

export class VoteTally {
  readonly #round: number
  readonly #validators: ValidatorSet
  readonly #votes = new Map<number, Uint8Array>()

  constructor(round: number, validators: ValidatorSet) {
    this.#round = round
    this.#validators = validators
  }

  /** Counts a vote whose signature has been verified; one of a stranger, or a second one, does not count. */
  add(publicKey: Uint8Array, signature: Uint8Array): void {
    const index = this.#validators.findIndex((validator) => equalBytes(validator.publicKey, publicKey))
    if (index >= 0 && !this.#votes.has(index)) this.#votes.set(index, signature)
  }

  /** The certificate, as soon as the votes suffice. */
  certificate(): Certificate | undefined {
    const weight = [...this.#votes.keys()].reduce((sum, index) => sum + this.#validators[index]!.weight, 0n)
    if (!isQuorum(weight, this.#validators)) return undefined
    return makeCertificate(this.#round, this.#validators, this.#votes)
  }
}
