/**
 * A small ledger for simulated worlds: accounts that hold a fixed supply, and blocks of transfers between them. Its rules
 * are cheap but real: a leader can break each of them, and a node that takes such a block is caught.
 */
import { equalBytes, utf8 } from '../../src/protocol/bytes.ts'
import {
  type Certificate,
  readCertificate,
  silenceOf,
  writeCertificate,
} from '../../src/protocol/certificate.ts'
import { decodeAll, Writer } from '../../src/protocol/codec.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { bitsOf } from '../../src/protocol/stake/bitmap.ts'
import { NOBODY_SILENT } from '../../src/protocol/stake/block.ts'
import { leakFactor, type Silence } from '../../src/protocol/stake/leak.ts'
import { MILLION, type StakeParams } from '../../src/protocol/stake/params.ts'
import { checkSilenceTime } from '../../src/protocol/stake/silence-time.ts'
import { leaderOf, type ValidatorSet } from '../../src/protocol/validators.ts'
import { type App, type AppState, type BlockPlace, InvalidBlock } from './app.ts'

const ACCOUNTS = 16
const BALANCE = 1_000
const MAX_TRANSFERS = 8
/** How far a block's time may be ahead of the clock of the node that checks it, milliseconds. */
const MAX_DRIFT = 400

type Transfer = { readonly from: number; readonly to: number; readonly amount: number }
type Block = Omit<BlockPlace, 'known'> & {
  readonly height: number
  readonly previous: Uint8Array
  readonly transfers: readonly Transfer[]
}

export type Rules = Pick<StakeParams, 'leak' | 'silentRound'> & {
  readonly validators: ValidatorSet
  /** Whether a certificate makes the block of that height and id final that these validators voted on. */
  readonly isFinal: (
    certificate: Certificate,
    validators: ValidatorSet,
    height: number,
    id: Uint8Array,
  ) => boolean
}

export type LedgerState = AppState & { readonly balances: readonly number[] }

export function toyLedger(
  { validators: first, leak, silentRound, isFinal }: Rules,
  seed: number,
): App<LedgerState> {
  const keys = [...first.keys()]
  const state = (
    height: number,
    id: Uint8Array,
    [time, previousTime]: readonly [number, number],
    balances: readonly number[],
    validators: ValidatorSet,
  ): LedgerState => {
    const leaders: number[] = []
    const beacon = hash('simulated beacon', id)
    const leader = (round: number) =>
      (leaders[round] ??= validators.indexOf(leaderOf(validators, beacon, height + 1, round)))
    return {
      ...{ height, id, time, previousTime, balances, validators, keys, root: id, leader },
      certifiers: validators,
    }
  }

  const draft = (parent: LedgerState, place: BlockPlace, draw: () => number): Block => {
    const balances = [...parent.balances]
    const transfers = Array.from({ length: Math.floor(draw() * (MAX_TRANSFERS + 1)) }, () => {
      const from = Math.floor(draw() * ACCOUNTS)
      const to = Math.floor(draw() * ACCOUNTS)
      const amount = Math.floor(draw() * (balances[from]! + 1))
      balances[from]! -= amount
      balances[to]! += amount
      return { from, to, amount }
    })
    return { ...place, height: parent.height + 1, previous: parent.id, transfers }
  }

  /** Weights after the leak. They are whole numbers, so small ones are rounded, alike everywhere. */
  const voters = ({ validators }: LedgerState, carried: Silence): ValidatorSet => {
    const silent = bitsOf(carried.claim)
    if (silent.length === 0) return validators
    const factor = BigInt(leakFactor(carried.round, { leak }))
    return validators.map((one, at) => {
      const left = (one.weight * factor) / MILLION
      return silent.includes(at) ? { ...one, weight: left > 0n ? left : 1n } : one
    })
  }

  const checkSilence = (silence: Silence, time: number, { previousTime }: LedgerState): void => {
    try {
      checkSilenceTime(silence, time, previousTime, { leak, silentRound })
    } catch (error) {
      if (error instanceof ProtocolError) throw new InvalidBlock(error.message)
      throw error
    }
  }

  const genesis = hash('simulated genesis', utf8(`${seed}`))
  return {
    genesis: state(0, genesis, [0, 0], new Array(ACCOUNTS).fill(BALANCE), first),

    voters,

    certificate(block) {
      try {
        return decode(block).certificate
      } catch {
        return undefined
      }
    },

    build: (parent, place, draw) => encode(draft(parent, place, draw)),

    buildInvalid(parent, place, draw) {
      const block = draft(parent, place, draw)
      const spoils: ((block: Block) => Block)[] = [
        (block) => ({ ...block, height: block.height + 1 }),
        (block) => ({ ...block, previous: hash('simulated genesis', utf8('another')) }),
        (block) => ({ ...block, time: parent.time }),
        (block) => ({ ...block, time: block.time + 100 * MAX_DRIFT }),
        (block) => ({ ...block, leader: (block.leader + 1) % first.length }),
        (block) => ({ ...block, round: block.round + 1 }),
        // Everybody but its leader has been silent for ever.
        (block) => ({ ...block, certificate: slander(block, first.length) }),
        (block) => ({ ...block, transfers: [{ from: 0, to: 1, amount: BALANCE * ACCOUNTS + 1 }] }),
        (block) => ({ ...block, transfers: [{ from: 0, to: ACCOUNTS, amount: 1 }] }),
        (block) => ({
          ...block,
          transfers: new Array(MAX_TRANSFERS + 1).fill({ from: 0, to: 0, amount: 0 }),
        }),
        // A time at the limit: valid for some, too far ahead for others.
        (block) => ({ ...block, time: block.time + MAX_DRIFT }),
      ]
      const spoil = Math.floor(draw() * (spoils.length + 1))
      return spoil < spoils.length ? encode(spoils[spoil]!(block)) : utf8('no block')
    },

    id: (block) => hash('simulated block', block),

    round(block) {
      try {
        return decode(block).round
      } catch {
        return undefined
      }
    },

    apply(parent, bytes, now) {
      const block = decode(bytes)
      const { height, previous, leader, round, time, certificate, transfers } = block
      if (height !== parent.height + 1) throw new InvalidBlock('a block of another height')
      if (!equalBytes(previous, parent.id)) throw new InvalidBlock('a block on another one')
      const isProven = certificate && isFinal(certificate, parent.validators, parent.height, parent.id)
      if (parent.height > 0 ? !isProven : certificate !== undefined)
        throw new InvalidBlock('a block that does not prove the one before')
      if (leader !== parent.leader(round)) throw new InvalidBlock('a block of somebody who does not lead')
      if (time <= parent.time) throw new InvalidBlock('a block that is not later than the one before')
      if (now !== undefined && time > now + MAX_DRIFT) throw new InvalidBlock('a block of the future')
      if (transfers.length > MAX_TRANSFERS) throw new InvalidBlock('too many transfers')
      const silence = certificate ? silenceOf(certificate) : NOBODY_SILENT
      checkSilence(silence, time, parent)
      const balances = [...parent.balances]
      for (const { from, to, amount } of transfers) {
        if (from >= ACCOUNTS || to >= ACCOUNTS) throw new InvalidBlock('an account that is not there')
        if (balances[from]! < amount) throw new InvalidBlock('more is spent than there is')
        balances[from]! -= amount
        balances[to]! += amount
      }
      const validators = voters(parent, silence)
      return state(height, hash('simulated block', bytes), [time, parent.time], balances, validators)
    },

    supply: ({ balances }) => balances.reduce((sum, balance) => sum + BigInt(balance), 0n),
  }
}

function slander({ leader, certificate }: Block, validators: number): Certificate {
  const claim = new Uint8Array(Math.ceil(validators / 8))
  for (let at = 0; at < validators; at++) if (at !== leader) claim[at >> 3]! |= 1 << (at & 7)
  const empty = { round: 0, bitmap: claim, signature: new Uint8Array(96) }
  return { ...(certificate ?? empty), claim, round: 1_000_000 }
}

function encode({ height, round, leader, time, previous, certificate, transfers }: Block): Uint8Array {
  const writer = new Writer()
    .u32(height)
    .u32(round)
    .u32(leader)
    .u64(time)
    .bytes(previous)
    .u8(certificate ? 1 : 0)
  if (certificate) writeCertificate(writer, certificate)
  writer.u32(transfers.length)
  for (const { from, to, amount } of transfers) writer.u32(from).u32(to).u32(amount)
  return writer.finish()
}

function decode(bytes: Uint8Array): Block {
  try {
    return decodeAll(bytes, (reader) => {
      const [height, round, leader] = [reader.u32(), reader.u32(), reader.u32()]
      const time = Number(reader.u64())
      const previous = reader.bytes(32)
      const certificate = reader.u8() === 1 ? readCertificate(reader) : undefined
      const count = reader.u32()
      if (count > 2 * MAX_TRANSFERS) throw new InvalidBlock('too many transfers')
      const transfers = Array.from({ length: count }, () => {
        return { from: reader.u32(), to: reader.u32(), amount: reader.u32() }
      })
      return { height, round, leader, time, previous, certificate, transfers }
    })
  } catch (error) {
    if (error instanceof ProtocolError) throw new InvalidBlock(error.message)
    throw error
  }
}
