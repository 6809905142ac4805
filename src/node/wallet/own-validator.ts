/** The validator of this node: its keys are in a file, and whose they are is on the chain. */
import { toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { findRecord, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { ValidatorKeys } from '../consensus/validator-keys.ts'
import { NodeError } from '../errors.ts'
import type { WalletStake } from './chain-view.ts'

export type OwnValidatorModules = {
  readonly keys: ValidatorKeys
  readonly stake: Pick<WalletStake, 'state' | 'validatorId'>
  readonly random: Random
}

export class OwnValidator {
  readonly #modules: OwnValidatorModules

  constructor(modules: OwnValidatorModules) {
    this.#modules = modules
  }

  /** That of the newest key that was registered; undefined before the first one was, and when that validator is gone. */
  async find(): Promise<ValidatorRecord | undefined> {
    const { keys, stake } = this.#modules
    for (const { publicKey } of keys.newestFirst) {
      const id = await stake.validatorId(publicKey)
      if (id) return findRecord(stake.state.records, id)
    }
    return undefined
  }

  /** @throws NodeError `unknown_validator` when there is none now. */
  async get(): Promise<ValidatorRecord> {
    const found = await this.find()
    if (found) return found
    throw new NodeError('unknown_validator', { validator: toHex(this.#modules.keys.newest.publicKey) })
  }

  /** A key that nobody has registered yet, on the disk: one that an earlier call has left unused, or a new one. */
  async freshKey(): Promise<Uint8Array> {
    const { keys, stake, random } = this.#modules
    const isRegistered = async (key: Uint8Array) => (await stake.validatorId(key)) !== undefined
    return (await keys.fresh(random, isRegistered)).publicKey
  }

  /** @param publicKey one of this node's. */
  secretOf(publicKey: Uint8Array): Uint8Array {
    return this.#modules.keys.find(publicKey)!.secret
  }
}
