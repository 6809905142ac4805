/**
 * A chain whose state is the real stake, in small: blocks carry operations, the certificate of the block before, late votes and
 * evidence, and the rules of src/protocol/stake say who decides the next block. Money outside of the stake is a pot of
 * public accounts instead of confidential coins, the award's delay is a hash, and that an account is its author's stands in
 * for an operation's signatures: those need curves, and are tested elsewhere.
 */
import { hash } from '../../src/protocol/crypto/hash.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { heldStake } from '../../src/protocol/stake/state.ts'
import { type App, InvalidBlock } from './app.ts'
import { applyBlock } from './stake-apply.ts'
import { decodeStakeBlock, encodeStakeBlock } from './stake-block.ts'
import { StakeBooks } from './stake-books.ts'
import { draftBlock } from './stake-draft.ts'
import { spoilBlock } from './stake-spoils.ts'
import { begin, type StakeLedgerState, type StakeRules } from './stake-state.ts'

export function stakeLedger(rules: StakeRules): App<StakeLedgerState> {
  const { code, params, config } = rules
  const books = new StakeBooks(rules)
  const genesis = begin(rules)
  return {
    genesis,

    build(parent, place, draw) {
      const { block, held } = draftBlock(rules, parent, place, draw)
      const bytes = encodeStakeBlock(block)
      const key = parent.keys[place.leader]
      const honest = key !== undefined && config.roles[key % config.weights.length] === undefined
      if (honest && place.leader === parent.leader(place.round)) {
        // It would not be noticed otherwise: an invalid block is only voted down.
        applyBlock(rules, parent, block, idOf(bytes), undefined)
        books.offered(idOf(bytes), held)
      }
      return bytes
    },

    buildInvalid(parent, place, draw) {
      const { block } = draftBlock(rules, parent, place, draw)
      return spoilBlock(block, parent, draw, params)
    },

    id: idOf,

    round(block) {
      try {
        return decodeStakeBlock(block).round
      } catch {
        return undefined
      }
    },

    certificate(block) {
      try {
        const { height, certificate } = decodeStakeBlock(block)
        return height === 1 ? undefined : certificate
      } catch {
        return undefined
      }
    },

    voters: ({ stake, height }, carried) => code.block.votingSet(stake, height + 1, carried, params),

    apply(parent, bytes, now) {
      const block = decodeStakeBlock(bytes)
      try {
        return applyBlock(rules, parent, block, idOf(bytes), now)
      } catch (error) {
        if (error instanceof ProtocolError) throw new InvalidBlock(error.message)
        throw error
      }
    },

    supply: ({ stake, coins }) => {
      const { issued, burnt } = stake.totals
      return coins.reduce((sum, balance) => sum + balance, 0n) + heldStake(stake) - issued + burnt
    },

    audit: (parent, block, state) => books.check(parent, decodeStakeBlock(block), state),

    news: () => books.news,
  }
}

function idOf(block: Uint8Array): Uint8Array {
  return hash('simulated block', block)
}
