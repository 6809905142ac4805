/**
 * A chain of four validators and payments that were made ahead: lanes of ordinary transactions, each of which spends both outputs
 * of the one before. Making them takes minutes, so they are kept on the disk, named after what they depend on.
 */
import { hash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/node/clock.ts'
import { formatGenesis, type NamedGenesis, parseGenesis } from '../../src/node/genesis/genesis-file.ts'
import { makeGenesis } from '../../src/node/genesis/make-genesis.ts'
import type { BuildResult } from '../../src/node/workers/build.ts'
import type { NodeWorkers } from '../../src/node/workers/node-workers.ts'
import { addressBytes } from '../../src/protocol/address.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import { Reader, Writer } from '../../src/protocol/codec.ts'
import { blsProvePossession } from '../../src/protocol/crypto/bls.ts'
import { decodeScalar, encodeScalar } from '../../src/protocol/crypto/group.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { spendSecret } from '../../src/protocol/enote.ts'
import { encodeViewKey, subaddress } from '../../src/protocol/keys.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { alice, genesisCoin, genesisValidators, validatorKeys } from '../../test/node/world.ts'

export const VALIDATORS = 4
/** Transactions of a lane: it spends a coin again when all the others have had their turn. */
const STEPS = 4
/** Of each lane's first coin. */
const AMOUNT = 1_000_000n
const PAID = 1_000n
/** Lanes made at a time. */
const AT_ONCE = 16
const MOST_BYTES = 1 << 16
const VERSION = 1

export type Prepared = { readonly id: string; readonly bytes: Uint8Array }

export type Material = {
  readonly named: NamedGenesis
  readonly keys: ReturnType<typeof validatorKeys>
  /** In an order in which each spends what was made long before. */
  readonly transactions: readonly Prepared[]
}

type Coin = Parameters<typeof laneStep>[1][number]

/**
 * Transactions, from the disk as far as they are there.
 * @param most of this chain
 * @param count of them, at least
 */
export async function prepare(
  most: number,
  count: number,
  workers: NodeWorkers,
  progress: (line: string) => void,
): Promise<Material> {
  const lanes = Math.ceil(most / STEPS)
  const keys = validatorKeys(VALIDATORS)
  const key = JSON.stringify([VERSION, lanes, STEPS, NETWORKS.dev], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  const directory = join(tmpdir(), 'stegos-bench-network', hash('sha256', key).slice(0, 16))
  mkdirSync(directory, { recursive: true })
  const named = await genesisOf(directory, lanes, keys, workers, progress)
  const file = join(directory, `${toHex(named.chainId).slice(0, 16)}.lanes`)
  const made = existsSync(file) ? readLanes(file) : []
  const wanted = Math.min(count, lanes)
  while (made.length < wanted) {
    progress(`making transactions: ${made.length * STEPS} of ${wanted * STEPS}, kept in ${directory}`)
    const next = Array.from({ length: Math.min(AT_ONCE, wanted - made.length) }, (_, i) => made.length + i)
    const fresh = await Promise.all(next.map((lane) => makeLane(lane, named, workers)))
    appendFileSync(file, Buffer.concat(fresh.map(encodeLane)))
    made.push(...fresh)
  }
  const steps = Array.from({ length: STEPS }, (_, step) => made.map((lane) => lane[step]!))
  return { named, keys, transactions: steps.flat() }
}

async function genesisOf(
  directory: string,
  lanes: number,
  keys: Material['keys'],
  workers: NodeWorkers,
  progress: (line: string) => void,
): Promise<NamedGenesis> {
  const file = join(directory, 'genesis.json')
  if (existsSync(file)) {
    const kept = parseGenesis(readFileSync(file, 'utf8'))
    // what is encoded otherwise since then gives another first block, and the same chain
    const { state } = await workers.run('genesis', kept.genesis)
    return { ...kept, blockId: state.blockId }
  }
  progress(`making ${2 * lanes} coins …`)
  const validators = genesisValidators(keys).map((validator, index) => ({
    ...validator,
    possession: blsProvePossession(keys[index]!.secret),
  }))
  const receiver = addressBytes(subaddress(alice, 0))
  const coins = [{ receiver, amounts: new Array<bigint>(lanes).fill(AMOUNT) }]
  const named = await makeGenesis(
    { params: NETWORKS.dev, validators, coins },
    { clock: systemClock, random: systemRandom, workers },
  )
  writeFileSync(file, formatGenesis(named))
  return named
}

async function makeLane(lane: number, named: NamedGenesis, workers: NodeWorkers): Promise<Prepared[]> {
  const first = 2 * lane
  let coins: Coin[] = [first, first + 1].map((at) => genesisCoin({ ...named, keys: [] }, at))
  const made: Prepared[] = []
  for (let step = 0; step < STEPS; step++) {
    const built = await laneStep(named, coins, workers)
    made.push({ id: toHex(built.id), bytes: built.transaction })
    coins = built.own.map(({ output, amount, blinding, extension }) => ({
      id: built.outputIds[output]!,
      amount,
      blinding,
      secret: encodeScalar(spendSecret(alice, 0, decodeScalar(extension))),
    }))
  }
  return made
}

/** A payment of Alice's to herself: both outputs can be spent again. */
function laneStep(
  { genesis, chainId }: NamedGenesis,
  coins: readonly { id: Uint8Array; amount: bigint; blinding: Uint8Array; secret: Uint8Array }[],
  workers: NodeWorkers,
): Promise<BuildResult> {
  const recipient = {
    address: addressBytes(subaddress(alice, 0)),
    amount: PAID,
    payload: { kind: 'none' } as const,
    anchor: crypto.getRandomValues(new Uint8Array(16)),
  }
  return workers.run('build', {
    ...{ chainId, params: genesis.params, viewKey: encodeViewKey(alice) },
    ...{ coins, recipients: [recipient], outputs: 2 },
  })
}

function encodeLane(lane: readonly Prepared[]): Uint8Array {
  const writer = new Writer()
  for (const { id, bytes } of lane) writer.bytes(Buffer.from(id, 'hex')).sized(bytes)
  return writer.finish()
}

/** Whole lanes; what was being written when the program ended is cut off. */
function readLanes(file: string): Prepared[][] {
  const bytes = readFileSync(file)
  const reader = new Reader(bytes)
  const lanes: Prepared[][] = []
  let whole = 0
  try {
    while (!reader.isAtEnd) {
      const lane = Array.from({ length: STEPS }, () => ({
        id: toHex(reader.bytes(32)),
        bytes: reader.sized(MOST_BYTES),
      }))
      whole += lane.reduce((sum, one) => sum + 36 + one.bytes.length, 0)
      lanes.push(lane)
    }
  } catch {
    truncateSync(file, whole)
  }
  return lanes
}
