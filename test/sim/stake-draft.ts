/** What a leader of the simulated chain of stake makes of what it knows. */
import { NO_CERTIFICATE } from '../../src/protocol/certificate.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { nextMembers } from '../../src/protocol/stake/epoch.ts'
import type { Evidence } from '../../src/protocol/stake/evidence.ts'
import type { StakeState } from '../../src/protocol/stake/state.ts'
import { type BlockPlace, InvalidBlock } from './app.ts'
import { joinLateVotes, openBlocks } from './late-votes.ts'
import { carryOut, courtOf, MAX_EVIDENCE, MAX_TRANSACTIONS, opening } from './stake-apply.ts'
import type { StakeBlock, StakeTransaction } from './stake-block.ts'
import { finder, openDesk, type StakeLedgerState, type StakeRules, take } from './stake-state.ts'
import { drawTransaction } from './stake-workload.ts'

export function draftBlock(
  rules: StakeRules,
  parent: StakeLedgerState,
  place: BlockPlace,
  draw: () => number,
): { block: StakeBlock; held: NonNullable<BlockPlace['known']>['votes'] } {
  const { code, params, signatures } = rules
  const { certificate = NO_CERTIFICATE, known = { votes: [], evidence: [] } } = place
  const { round, leader, time } = place
  const height = parent.height + 1
  const open = openBlocks(parent, certificate, params)
  const late = height === 1 ? [] : joinLateVotes(open, known.votes, signatures.aggregate, params)
  const court = courtOf(rules, parent)
  let desk = openDesk(parent)
  const evidence: Evidence[] = []
  for (const one of known.evidence) {
    if (evidence.length === MAX_EVIDENCE) break
    const tried = [...evidence, one]
    const opened = opening(parent, { certificate, late: [], evidence: tried })
    if (attempt(() => code.block.beginBlock(parent.stake, opened, finder(desk.table), court, params)))
      evidence.push(one)
  }
  const opened = opening(parent, { certificate, late, evidence })
  const begun = attempt(() => code.block.beginBlock(parent.stake, opened, finder(desk.table), court, params))
  // A report that was tampered with makes an invalid block: that is its leader's business.
  if (begun) take(desk, begun)
  const transactions: StakeTransaction[] = []
  const wanted = Math.floor(draw() * (MAX_TRANSACTIONS + 1))
  for (let tried = 0; tried < wanted; tried++) {
    const view = { rules, parent, desk, known: known.evidence }
    const transaction = attempt(() => drawTransaction(view, draw))
    if (!transaction) continue
    const trial = openDesk(desk)
    if (!attempt(() => carryOut(rules, parent, trial, transaction, transactions.length, court))) continue
    if (!keepsBalance(rules, desk.stake, trial.stake)) continue
    desk = trial
    transactions.push(transaction)
  }
  const block: StakeBlock = {
    ...{ height, round, leader, time, previous: parent.id, certificate, late, evidence, transactions },
  }
  return { block, held: late.length < params.lateBlocks ? known.votes : [] }
}

/** Undefined where a rule refuses it. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof InvalidBlock) return undefined
    throw error
  }
}

/** Those with a role must not gain a third of the next set by what everybody does with stake: nothing is promised then. */
function keepsBalance({ config, params, signatures }: StakeRules, ...states: [StakeState, StakeState]) {
  const share = (state: StakeState) => {
    let [faulty, total] = [0, 0]
    for (const { publicKey, weight } of nextMembers(state.records, new Uint8Array(32), 0, params)) {
      total += Number(weight)
      const validator = signatures.keyOf(publicKey)! % config.weights.length
      if (config.roles[validator]) faulty += Number(weight)
    }
    return total === 0 ? 1 : faulty / total
  }
  const after = share(states[1])
  return after < 0.3 || after <= share(states[0])
}
