/** Validators, what lies between them, and the book of when each block was shown and final. Time is virtual. */

import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { le32, toHex } from '../../src/protocol/bytes.ts'
import type { HeightConfig, ReplicaLimits } from '../../src/protocol/consensus/replica.ts'
import { blsKeyFromSeed, blsPublicKey } from '../../src/protocol/crypto/bls.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { NOBODY_SILENT } from '../../src/protocol/stake/block.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import type { ValidatorSet } from '../../src/protocol/validators.ts'
import { Agenda, MILLISECOND, type Time } from '../../test/sim/agenda.ts'
import type { App, AppState } from '../../test/sim/app.ts'
import { chanceOf } from '../../test/sim/chance.ts'
import { toyLedger } from '../../test/sim/toy-ledger.ts'

/** One way, milliseconds, uniformly drawn for each message. */
export const DELAY = { least: 20, most: 80 }
/** Of the main network: nobody is silent here. */
export const STAKE = STAKE_PARAMS.main
export const LIMITS: ReplicaLimits = DEFAULT_LIMITS.consensus
/** Milliseconds from one block's time to the next, where nothing takes longer. */
export const BLOCK_INTERVAL = NETWORKS.dev.blockInterval

export type World = {
  readonly agenda: Agenda
  readonly ledger: App<AppState>
  readonly chainId: Uint8Array
  readonly validators: ValidatorSet
  readonly secrets: readonly Uint8Array[]
  /** @param later how long after now it leaves */
  send(from: number, to: number, bytes: Uint8Array, later: Time): void
  /** The leader's part in the beacon, which a block of the toy ledger has no place for. */
  built(block: Uint8Array, vrf: Uint8Array): void
  vrfOf(block: Uint8Array): Uint8Array
  shown(block: Uint8Array, at: Time): void
  final(validator: number, block: Uint8Array, at: Time, round: number): void
}

/** Of one block. */
export type Record = {
  readonly vrf: Uint8Array
  /** When its leader first showed it. */
  shown: Time
  /** When it was final, at each validator. */
  readonly final: Time[]
  /** The round of its certificates. */
  round: number
}

/** @param deliver hands a message to a validator */
export function createBook(
  size: number,
  seed: number,
  deliver: (to: number, from: string, bytes: Uint8Array) => void,
): { readonly world: World; readonly records: ReadonlyMap<string, Record> } {
  const agenda = new Agenda()
  const chance = chanceOf(seed, 'delays')
  const secrets = Array.from({ length: size }, (_, i) => blsKeyFromSeed(hash('bench signer', le32(i))))
  const validators = secrets.map((secret) => ({ publicKey: blsPublicKey(secret), weight: 1n }))
  // A ledger's own kind of state goes in and out of the world unseen.
  // Its certificates are checked beside it, where their time is taken.
  const rules = { validators, leak: STAKE.leak, silentRound: STAKE.silentRound, isFinal: () => true }
  const ledger = toyLedger(rules, seed) as unknown as App<AppState>
  const records = new Map<string, Record>()
  const recordOf = (block: Uint8Array) => records.get(toHex(ledger.id(block)))!
  const world: World = {
    agenda,
    ledger,
    chainId: hash('bench chain'),
    validators,
    secrets,
    send: (from, to, bytes, later) => {
      const delay = chance.between(DELAY.least, DELAY.most) * MILLISECOND
      agenda.after(later + delay, () => deliver(to, `${from}`, bytes))
    },
    built: (block, vrf) => {
      records.set(toHex(ledger.id(block)), { vrf, shown: 0, final: [], round: 0 })
    },
    vrfOf: (block) => recordOf(block).vrf,
    shown: (block, at) => {
      recordOf(block).shown ||= at
    },
    final: (_validator, block, at, round) => {
      const record = recordOf(block)
      record.final.push(at)
      record.round = round
    },
  }
  return { world, records }
}

export function heightConfig(
  validators: ValidatorSet,
  state: AppState,
  self: number,
  clock: number,
): HeightConfig {
  const left = state.height === 0 ? 0 : state.time + BLOCK_INTERVAL - clock
  return {
    height: state.height + 1,
    validators,
    leak: STAKE.leak,
    leakSilence: STAKE.leakSilence,
    silentRound: STAKE.silentRound,
    silenceIn: () => NOBODY_SILENT,
    votersAfter: () => validators,
    self,
    leader: (round) => state.leader(round),
    delay: Math.min(Math.max(0, left), BLOCK_INTERVAL),
  }
}
