/** What people of a simulated world do with stake: one operation at a time, most of them sensible, drawn by whoever leads. */
import { equalBytes } from '../../src/protocol/bytes.ts'
import type { Evidence } from '../../src/protocol/consensus/messages.ts'
import { delaySeed } from '../../src/protocol/stake/award-draw.ts'
import { payable } from '../../src/protocol/stake/deposits.ts'
import type { Operation } from '../../src/protocol/stake/operation.ts'
import type { ValidatorRecord } from '../../src/protocol/stake/state.ts'
import type { Entry } from '../../src/protocol/stake/table.ts'
import type { StakeTransaction } from './stake-block.ts'
import {
  type Desk,
  delayProof,
  finder,
  ownerKey,
  type StakeLedgerState,
  type StakeRules,
} from './stake-state.ts'

export type View = {
  readonly rules: StakeRules
  readonly parent: StakeLedgerState
  readonly desk: Desk
  /** Contradictions the leader has heard of. */
  readonly known: readonly Evidence[]
}

type Draft = { readonly account: number; readonly operation: Operation } | undefined
type Draw = () => number
type Kind = (view: View, draw: Draw) => Draft

const MAX_FEE = 1_000
/** What stands where a signature would; an account's being the author's is checked instead. */
const [UNSIGNED, UNSIGNED_BLS] = [new Uint8Array(64), new Uint8Array(96)]

/** An operation that may be refused; undefined where there is nothing to do of the kind that was drawn. */
export function drawTransaction(view: View, draw: Draw): StakeTransaction | undefined {
  // What waits for somebody to do it does not wait for long.
  const urgent = [resume, award].find((kind) => kind(view, draw) !== undefined && draw() < 0.5)
  const made = (urgent ?? pick(KINDS, draw)!)(view, draw)
  return made && { ...made, fee: BigInt(Math.floor(draw() * MAX_FEE)) }
}

function deposit({ rules, desk }: View, draw: Draw): Draft {
  const record = pick(desk.stake.records, draw)
  if (!record) return undefined
  const operators = rules.config.weights.length
  const delegates = draw() < 0.7
  const account = delegates ? operators + below(desk.coins.length - operators, draw) : accountOf(desk, record)
  const amount = rules.params.minDeposit + part(record.stake, draw() / 2)
  return { account, operation: { type: 'deposit', validator: record.id, owner: ownerKey(account), amount } }
}

function unbond({ desk }: View, draw: Draw): Draft {
  const entry = pick(entriesOf(desk, 'deposit'), draw)
  if (!entry) return undefined
  const shares = draw() < 0.4 ? entry.shares : part(entry.shares, draw())
  const operation = { type: 'unbond', deposit: entry.id, shares, signature: UNSIGNED } as const
  return { account: accountOf(desk, { operator: entry.owner }), operation }
}

function unbondOwn({ desk }: View, draw: Draw): Draft {
  const record = pick(desk.stake.records, draw)
  if (!record) return undefined
  const shares = draw() < 0.15 ? record.ownShares : part(record.ownShares, draw() / 2)
  return operated(desk, record, (common) => ({ type: 'unbond_own', ...common, shares }))
}

function withdraw({ rules, desk }: View, draw: Draw): Draft {
  const released = entriesOf(desk, 'unbonding').filter(({ release }) => release <= desk.stake.epoch.number)
  const entry = pick(released, draw)
  if (!entry) return undefined
  const { paid } = payable(desk.stake, entry, finder(desk.table), rules.params)
  const operation = { type: 'withdraw', unbonding: entry.id, amount: paid, signature: UNSIGNED } as const
  return { account: accountOf(desk, { operator: entry.owner }), operation }
}

/** Somebody who never was a validator becomes one. */
function register({ rules, desk }: View, draw: Draw): Draft {
  const { config, params, signatures } = rules
  const find = finder(desk.table)
  const strangers = [...config.weights.keys()].filter((one) => !find('key', signatures.publicKeys[one]!))
  const account = pick(strangers, draw)
  const rival = pick(desk.stake.records, draw)
  if (account === undefined || !rival) return undefined
  const amount = params.minStake + part(rival.stake, draw() * 1.2)
  const operation: Operation = {
    ...{ type: 'register', key: signatures.publicKeys[account]!, operator: ownerKey(account), amount },
    ...{ commission: below(2_000, draw) },
    ...{ possession: UNSIGNED_BLS, keySignature: UNSIGNED_BLS, signature: UNSIGNED },
  }
  return { account, operation }
}

function configure({ desk }: View, draw: Draw): Draft {
  const record = pick(desk.stake.records, draw)
  const commission = below(2_500, draw)
  return record && operated(desk, record, (common) => ({ type: 'configure', ...common, commission }))
}

/** Every node holds a second key. */
function rotate({ rules, desk }: View, draw: Draw): Draft {
  const record = pick(desk.stake.records, draw)
  if (!record) return undefined
  const { config, signatures } = rules
  const key = signatures.publicKeys[accountOf(desk, record) + config.weights.length]!
  const proofs = { possession: UNSIGNED_BLS, keySignature: UNSIGNED_BLS }
  return operated(desk, record, (common) => ({ type: 'rotate', ...common, key, ...proofs }))
}

function resume({ desk }: View, draw: Draw): Draft {
  const suspended = desk.stake.records.filter(({ status }) => status === 'suspended')
  const record = pick(suspended, draw)
  return record && operated(desk, record, (common) => ({ type: 'resume', ...common }))
}

/** True evidence, perhaps told before; or two votes that nobody signed. */
function accuse({ rules, parent, desk, known }: View, draw: Draw): Draft {
  const account = below(desk.coins.length, draw)
  const reporter = ownerKey(account)
  const told = pick(known, draw)
  if (told) return { account, operation: { type: 'evidence', evidence: told, reporter } }
  const validator = below(parent.keys.length, draw)
  const vote = (blockId: Uint8Array) => {
    const height = Math.max(1, parent.height)
    return { kind: 'prevote', height, round: 0, validator, blockId, signature: UNSIGNED_BLS } as const
  }
  const evidence = { type: 'votes', first: vote(parent.id), second: vote(rules.chainId) } as const
  return { account, operation: { type: 'evidence', evidence, reporter } }
}

function award({ rules, desk }: View, draw: Draw): Draft {
  const { draw: waiting } = desk.stake.award
  if (!waiting?.beacon) return undefined
  const account = below(desk.coins.length, draw)
  const seed = delaySeed(rules.chainId, { ...waiting, beacon: waiting.beacon })
  const { period } = waiting
  const poster = ownerKey(account)
  return { account, operation: { type: 'award', period, proof: delayProof(seed), poster } }
}

const KINDS: readonly Kind[] = [
  ...[deposit, deposit, deposit, unbond, unbond, unbondOwn, withdraw, withdraw],
  ...[register, register, register, configure, rotate, resume, accuse, award],
]

type Common = { readonly validator: Uint8Array; readonly sequence: number; readonly signature: Uint8Array }

function operated(desk: Desk, record: ValidatorRecord, operation: (common: Common) => Operation): Draft {
  const common = { validator: record.id, sequence: record.sequence, signature: UNSIGNED }
  return { account: accountOf(desk, record), operation: operation(common) }
}

function accountOf(desk: Desk, { operator }: Pick<ValidatorRecord, 'operator'>): number {
  return desk.coins.findIndex((_, account) => equalBytes(operator, ownerKey(account)))
}

function entriesOf<Name extends Entry['kind']>(desk: Desk, kind: Name): Extract<Entry, { kind: Name }>[] {
  return [...desk.table.values()].filter((entry) => entry.kind === kind) as Extract<Entry, { kind: Name }>[]
}

const below = (limit: number, draw: Draw) => Math.floor(draw() * limit)
const pick = <Item>(items: readonly Item[], draw: Draw): Item | undefined => items[below(items.length, draw)]
const part = (whole: bigint, share: number) => (whole * BigInt(Math.floor(share * 1_000))) / 1_000n
