/** The stake a chain begins with. */
import { compareBytes } from '../bytes.ts'
import { LTHASH_LENGTH } from '../crypto/lthash.ts'
import { nextMembers } from './epoch.ts'
import { checkStakeParams, type StakeParams } from './params.ts'
import { register } from './registry.ts'
import { findRecord, type StakeState } from './state.ts'
import { type StakeStep, setEpoch, setRecord, withWork } from './work.ts'

/** A first validator; its operator's stake is issued with it. */
export type GenesisStake = {
  readonly key: Uint8Array
  readonly operator: Uint8Array
  readonly amount: bigint
  readonly commission: number
}

/** Nothing at all. */
export const NO_STAKE: StakeState = {
  totals: { deposited: 0n, fees: 0n, donated: 0n, issued: 0n, withdrawn: 0n, burnt: 0n },
  entries: new Uint8Array(LTHASH_LENGTH),
  unbonding: 0n,
  closed: 0n,
  records: [],
  epoch: { number: 1, members: [], signed: [], fees: [], recent: [], previous: [], leaks: [] },
  award: { open: 0n, draw: undefined, history: new Uint8Array(32) },
}

/**
 * The stake before block 1, whose set the first validators are. Proofs of possession are for whoever writes the genesis to ask for.
 * @throws ProtocolError `stake_refused` when a validator could not register; RangeError when the parameters contradict each other.
 */
export function genesisStake(
  validators: readonly GenesisStake[],
  beacon: Uint8Array,
  params: StakeParams,
): StakeStep {
  checkStakeParams(params)
  const nothing = new Uint8Array(0)
  return withWork(
    NO_STAKE,
    () => undefined,
    params,
    (work) => {
      for (const validator of validators.toSorted((a, b) => compareBytes(a.key, b.key))) {
        register(work, {
          ...{ type: 'register', possession: nothing, keySignature: nothing, signature: nothing },
          ...validator,
        })
      }
      const members = nextMembers(work.records, beacon, 1, params)
      setEpoch(work, { members, signed: members.map(() => 0), fees: members.map(() => 0n) })
      for (const { id } of members) setRecord(work, { ...findRecord(work.records, id)!, served: 1 })
    },
  )
}
