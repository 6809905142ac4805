/** Blocks, votes and proposals by name, for tests of the voting machine. Nothing is signed: it takes signatures as verified. */
import type { MachineConfig } from '../../../src/protocol/consensus/machine-state.ts'
import type { Proposal, Vote, VoteKind } from '../../../src/protocol/consensus/messages.ts'
import { NOBODY_SILENT } from '../../../src/protocol/stake/block.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import type { ValidatorSet } from '../../../src/protocol/validators.ts'

export const HEIGHT = 7

/** The id of the block called `name`; undefined for 'nil'. */
export function idOf(name: string): Uint8Array | undefined {
  return name === 'nil' ? undefined : new Uint8Array(32).fill(name.charCodeAt(0))
}

export function blockOf(name: string): Uint8Array {
  return Uint8Array.of(name.charCodeAt(0))
}

export function nameOf(id: Uint8Array | undefined): string {
  return id ? String.fromCharCode(id[0]!) : 'nil'
}

export function vote(kind: VoteKind, round: number, name: string, validator: number): Vote {
  const signature = Uint8Array.of(validator)
  return { kind, height: HEIGHT, round, blockId: idOf(name), validator, signature }
}

export function proposal(round: number, name: string, validator: number, validRound = -1): Proposal {
  const signature = Uint8Array.of(validator)
  const names = { blockId: idOf(name)!, block: blockOf(name), claim: NO_CLAIM, validClaim: NO_CLAIM }
  return { height: HEIGHT, round, validRound, ...names, validator, signature }
}

export function validatorsOf(weights: readonly number[]): ValidatorSet {
  return weights.map((weight, i) => ({ publicKey: Uint8Array.of(i), weight: BigInt(weight) }))
}

/** What a height is decided by where nobody is silent. */
export function machineConfig(
  weights: readonly number[],
  self: number | undefined,
  leader: (round: number) => number,
): Omit<MachineConfig, 'resumed'> {
  const validators = validatorsOf(weights)
  const { leak, leakSilence } = STAKE_PARAMS.main
  const silence = { silenceIn: () => NOBODY_SILENT, votersAfter: () => validators }
  return { height: HEIGHT, validators, self, leader, leak, leakSilence, ...silence }
}

/** A snapshot that two equal values share, whatever they are made of. */
export function snapshot(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === 'bigint') return `${part}n`
    if (part instanceof Map) return [...part]
    if (part instanceof Uint8Array) return Buffer.from(part).toString('hex')
    return part
  })
}

/** Freezes whatever can be frozen, to the bottom. Bytes cannot; {@link snapshot} sees when they change. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Uint8Array) return value
  Object.freeze(value)
  const parts = value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value)
  for (const part of parts) deepFreeze(part)
  return value
}

/** The vote with a signature of the right length, for where it is encoded. */
export function signedVote(plain: Vote): Vote {
  return { ...plain, signature: new Uint8Array(96).fill(plain.validator) }
}
