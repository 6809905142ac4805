/** What the next height is decided by, as the state of the chain says. */
import { readHeader } from '../../protocol/block.ts'
import { silenceOf } from '../../protocol/certificate.ts'
import { Reader } from '../../protocol/codec.ts'
import type { HeightConfig } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { votersAfter } from '../../protocol/ledger.ts'
import { NOBODY_SILENT } from '../../protocol/stake/block.ts'
import type { Silence } from '../../protocol/stake/leak.ts'
import { leaderOf } from '../../protocol/validators.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { ValidatorKeys } from './validator-keys.ts'

/**
 * The height after the head, for a validator whose key in the set is among `keys`: it changes with an epoch.
 * @param keys undefined for a node that only follows
 */
export function nextHeight(
  { state, params }: Pick<Chain, 'state' | 'params'>,
  keys: Pick<ValidatorKeys, 'find'> | undefined,
  clock: Pick<Clock, 'now'>,
): HeightConfig {
  const { validators, beacon } = state
  const height = state.height + 1
  const self = keys ? validators.findIndex(({ publicKey }) => keys.find(publicKey)) : -1
  // Never longer than the interval. Where the clock was put back by more than the drift that the rules allow, others would
  // refuse a block as well: it is tried at this pace until the clock has caught up.
  const left = state.time + params.blockInterval - clock.now()
  const { leak, leakSilence, silentRound } = params.stake
  return {
    height,
    leak,
    leakSilence,
    silentRound,
    validators,
    silenceIn,
    votersAfter: (carried) => votersAfter(state, carried, params),
    self: self < 0 ? undefined : self,
    leader: (round) => validators.indexOf(leaderOf(validators, beacon, height, round)),
    delay: Math.min(Math.max(0, left), params.blockInterval),
  }
}

/** What the certificate in an encoded block says of silence; nobody is silent in what is no block. */
export function silenceIn(block: Uint8Array): Silence {
  try {
    return silenceOf(readHeader(new Reader(block)).certificate)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return NOBODY_SILENT
  }
}
