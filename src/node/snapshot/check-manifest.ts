/** Holds what a snapshot says of itself against certified headers, before any of its chunks is asked for. */
import { blockId } from '../../protocol/block.ts'
import { equalBytes } from '../../protocol/bytes.ts'
import { LtHash } from '../../protocol/crypto/lthash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { stateCommitment } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { firstHeight } from '../../protocol/stake/schedule.ts'
import { heldStake, owedStake } from '../../protocol/stake/state.ts'
import { holdsSupply } from '../../protocol/supply.ts'
import { validatorSetHash } from '../../protocol/validators.ts'
import { type CertifiedHeaders, certifiedHeaderAt, headersBetween } from './certified-headers.ts'
import type { ChunkInfo, Manifest } from './manifest.ts'

/**
 * @param headers up to the manifest's height at least
 * @throws ProtocolError: nobody honest has made such a manifest, or the network's supply is broken.
 */
export async function checkManifest(
  manifest: Manifest,
  headers: CertifiedHeaders,
  params: NetworkParams,
  signal: AbortSignal,
): Promise<void> {
  const { state } = manifest.head
  const certified = await certifiedHeaderAt(headers, state.height)
  if (!certified) throw invalid('a height that is not certified')
  const { header } = certified
  const beacon = await headers.beaconAt(state.height)
  const demand = (holds: boolean, what: string) => {
    if (!holds) throw invalid(what)
  }
  demand(equalBytes(state.chainId, header.chainId), 'another chain')
  demand(state.height === header.height && state.time === header.time, 'another height or time')
  const before = await certifiedHeaderAt(headers, state.height - 1)
  demand(before?.header.time === state.previousTime, 'another time of the block before')
  demand(equalBytes(state.blockId, blockId(header)), 'another block')
  demand(equalBytes(state.beacon, beacon), 'another beacon')
  demand(
    equalBytes(stateCommitment(state), header.stateCommitment),
    'another state than its header commits to',
  )
  demand(holdsSupply(state.supply, heldStake(state.stake)), 'the supply does not add up')
  demand(heldStake(state.stake) === owedStake(state.stake), 'the stake does not add up')
  demand(equalBytes(sumOf(manifest.coins), state.unspent), 'the chunks are not the unspent set')
  demand(equalBytes(sumOf(manifest.entries), state.stake.entries), 'the chunks are not the stake')
  await checkSets(manifest, headers, params, signal)
}

function sumOf(chunks: readonly ChunkInfo[]): Uint8Array {
  const sum = new LtHash()
  for (const chunk of chunks) sum.join(chunk.sum)
  return sum.toBytes()
}

/** Every height whose validators may still be asked for has the set that its header names. */
async function checkSets(
  { head: { state }, sets }: Manifest,
  headers: CertifiedHeaders,
  { stake: params }: NetworkParams,
  signal: AbortSignal,
): Promise<void> {
  const oldest = Math.max(
    1,
    firstHeight(Math.max(1, state.stake.epoch.number - params.unbondingEpochs), params),
  )
  if (!sets[0] || sets[0].from > oldest) throw invalid('validators that still answer are missing')
  if (sets.at(-1)!.from > state.height + 1) throw invalid('validators of a height to come')
  const row = { at: 0, hash: validatorSetHash(sets[0].set) }
  const demand = (height: number, named: Uint8Array) => {
    const before = row.at
    while (sets[row.at + 1] && sets[row.at + 1]!.from <= height) row.at++
    if (row.at !== before) row.hash = validatorSetHash(sets[row.at]!.set)
    if (!equalBytes(named, row.hash)) throw invalid(`other validators than those of height ${height}`)
  }
  for await (const some of headersBetween(headers, oldest, state.height)) {
    signal.throwIfAborted()
    for (const { header } of some) demand(header.height, header.validatorSetHash)
  }
  demand(state.height + 1, validatorSetHash(state.validators))
}

function invalid(what: string): ProtocolError {
  return new ProtocolError('invalid_block', `a snapshot that is not of the certified chain: ${what}`)
}
