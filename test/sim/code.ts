/** The code under test, as the simulator reaches it: the real modules, or a copy with a planted fault. */
import * as journal from '../../src/protocol/consensus/journal.ts'
import * as messages from '../../src/protocol/consensus/messages.ts'
import * as replica from '../../src/protocol/consensus/replica.ts'
import * as apply from '../../src/protocol/stake/apply.ts'
import * as block from '../../src/protocol/stake/block.ts'
import * as genesis from '../../src/protocol/stake/genesis.ts'

/** The rules of stake. */
export type StakeCode = {
  readonly apply: typeof apply
  readonly block: typeof block
  readonly genesis: typeof genesis
}

export type Code = {
  readonly messages: typeof messages
  readonly journal: typeof journal
  readonly replica: typeof replica
  readonly stake: StakeCode
  /** Whether the executor waits for the disk before it goes on behind a journal record. */
  readonly syncFirst: boolean
}

export const REAL_CODE: Code = {
  ...{ messages, journal, replica, syncFirst: true },
  stake: { apply, block, genesis },
}
