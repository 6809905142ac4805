/** A node with a wallet on a small chain of its own, for tests: blocks are made when the test says so. */
import { cp } from 'node:fs/promises'
import { createWalletChain } from '../../../src/node/chain/wallet-chain.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { type ValidatorKey, ValidatorKeys } from '../../../src/node/consensus/validator-keys.ts'
import { openIdempotency } from '../../../src/node/idempotency.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import type { WalletChain } from '../../../src/node/wallet/chain-view.ts'
import { DEFAULT_WALLET_LIMITS, type WalletLimits } from '../../../src/node/wallet/limits.ts'
import { entropyOf, keysOfEntropy, phraseOf } from '../../../src/node/wallet/phrase.ts'
import { openWallet, type Wallet, type WalletModules } from '../../../src/node/wallet/wallet.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { blsProvePossession } from '../../../src/protocol/crypto/bls.ts'
import { encodeScalar } from '../../../src/protocol/crypto/group.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { makeOutput } from '../../../src/protocol/enote.ts'
import { genesisContext } from '../../../src/protocol/genesis.ts'
import { subaddress } from '../../../src/protocol/keys.ts'
import { NETWORKS, type NetworkParams } from '../../../src/protocol/network.ts'
import { operatorKey } from '../../../src/protocol/stake/operator-key.ts'
import { type Hooks, seededRandom, temporaryDirectory } from '../support.ts'
import { genesisValidators, openTestNode, START, type TestNode, validatorKeys, type World } from '../world.ts'

/** A phrase that is the same in every run. */
export function testPhrase(name: string): string {
  return phraseOf(hash('test phrase', utf8(name)))
}

/** Cheap on purpose: tests open many key files. */
export const QUICK_COST = { logN: 10, r: 8, p: 1 } as const

export type WorldOptions = {
  readonly params?: NetworkParams
  /** Name of the test phrase whose account operates the validators. */
  readonly operator?: string
  readonly validators?: number
}

/** A genesis with coins for accounts, by the names of their test phrases. */
export async function createWalletWorld(
  coins: Readonly<Record<string, readonly bigint[]>>,
  seed = 'wallet world',
  { params = NETWORKS.dev, operator, validators: size = 1 }: WorldOptions = {},
): Promise<World> {
  const random = seededRandom(seed)
  const keys = validatorKeys(size)
  const start = { params, time: START, salt: random(32) }
  const context = genesisContext(start)
  const mint = []
  for (const [name, amounts] of Object.entries(coins)) {
    const address = subaddress(await keysOfEntropy(entropyOf(testPhrase(name))), 0)
    for (const amount of amounts) {
      const made = makeOutput({ address, amount, payload: { kind: 'none' }, context, anchor: random(16) })
      mint.push({ core: made.core, payload: made.payload, amount, blinding: encodeScalar(made.blinding) })
    }
  }
  const validators = genesisValidators(keys)
  const owned = operator && operatorKey(await keysOfEntropy(entropyOf(testPhrase(operator))))
  const operated = validators.map((one) => ({ ...one, ...(owned && { operator: owned }) }))
  const possessions = keys.map(({ secret }) => blsProvePossession(secret))
  return { genesis: { ...start, validators: operated, possessions, mint }, keys }
}

export type WalletNode = TestNode & {
  readonly wallet: Wallet
  readonly directory: string
  /** Aborted when the store refused a batch, as `crashAfter` makes it. */
  readonly crash: AbortSignal
  /** Makes blocks and waits until the wallet has read them. */
  mine(blocks?: number): Promise<void>
  /** Recovers the account of a test phrase and waits until the chain is read for it. */
  account(name: string, passphrase?: string): Promise<{ accountId: string; address: string }>
  /** Waits until the chain has been read for an account. */
  settled(accountId: string): Promise<void>
  /** Waits until all payments of an account that wait in its queue have their transactions. */
  built(accountId: string): Promise<void>
  /** Ends everything in order, so that another node can open the directory. */
  stop(): Promise<void>
}

export type WalletNodeOptions = {
  readonly directory?: string
  readonly limits?: Partial<WalletLimits>
  readonly faucet?: string
  /** Of the node, for what is staked without naming a validator. */
  readonly validatorKey?: ValidatorKey
  readonly clock?: TestNode['clock']
  /** Works out the delays of awards. */
  readonly prover?: WalletModules['prover']
  /** What the wallet sees of the chain otherwise than it is. */
  readonly chain?: (chain: WalletChain) => Partial<WalletChain>
  /** After so many batches the store takes no more, as if the process had been killed then. */
  readonly crashAfter?: number
  readonly isSyncing?: () => boolean
}

export async function openWalletNode(
  t: Hooks,
  world: World,
  workers: NodeWorkers,
  options: WalletNodeOptions = {},
): Promise<WalletNode> {
  const directory = options.directory ?? (await temporaryDirectory(t))
  const { clock } = options
  const node = await openTestNode(t, world, workers, { directory, ...(clock && { clock }) })
  return openWalletOn(t, node, workers, { ...options, directory })
}

/** Opens the wallet of a node that is there. */
export async function openWalletOn(
  t: Hooks,
  node: TestNode,
  workers: NodeWorkers,
  options: WalletNodeOptions & { readonly directory: string },
): Promise<WalletNode> {
  const { directory, validatorKey } = options
  const { store, events, chain, relay, keys, logger } = node
  const walletChain = createWalletChain(chain, relay)
  const idempotency = await openIdempotency({
    store,
    clock: node.clock,
    random: systemRandom,
    limits: DEFAULT_LIMITS,
  })
  const wallet = await openWallet(
    {
      dataDirectory: directory,
      limits: { ...DEFAULT_WALLET_LIMITS, ...options.limits },
      faucetPhrase: options.faucet,
      validatorKeys:
        validatorKey &&
        (keys?.find(validatorKey.publicKey) ? keys : new ValidatorKeys(directory, [validatorKey])),
      passphraseCost: QUICK_COST,
    },
    {
      store,
      events,
      idempotency,
      chain: otherwise(walletChain, options.chain?.(walletChain) ?? {}),
      workers,
      prover: options.prover,
      clock: node.clock,
      random: systemRandom,
      logger,
      isSyncing: () => options.isSyncing?.() ?? false,
    },
  )
  t.after(() => wallet.close())
  const crash = new AbortController()
  if (options.crashAfter !== undefined) crashAfter(store, options.crashAfter, crash)
  const settled = async (accountId: string) => {
    while ((await wallet.account.get(accountId)).rescanning) {
      crash.signal.throwIfAborted()
      await new Promise(setImmediate)
    }
  }
  const built = async (accountId: string) => {
    for (;;) {
      const { items } = await wallet.payment.list({ accountId, status: 'created', limit: 1_000 })
      if (items.every(({ transactionId }) => transactionId !== undefined)) return
      await new Promise(setImmediate)
    }
  }
  return {
    ...node,
    wallet,
    crash: crash.signal,
    built,
    directory,
    settled,
    mine: async (blocks = 1) => {
      for (let made = 0; made < blocks; made++) {
        node.clock.advance(1_000)
        await node.consensus.mine(1)
        await wallet.reached(chain.height)
      }
    },
    account: async (name, passphrase) => {
      const account = await wallet.account.recover({ recoveryPhrase: testPhrase(name), passphrase })
      await settled(account.accountId)
      return account
    },
    stop: async () => {
      await wallet.close()
      await node.close()
    },
  }
}

function otherwise(chain: WalletChain, changed: Partial<WalletChain>): WalletChain {
  return new Proxy(chain, { get: (target, name) => Reflect.get(name in changed ? changed : target, name) })
}

/** From its batch number `batches` on, none reaches the disk. */
function crashAfter(store: TestNode['store'], batches: number, crash: AbortController): void {
  const transact = store.transact.bind(store)
  let left = batches
  store.transact = (build) => {
    if (left-- > 0) return transact(build)
    const killed = new StoreError('closed', 'the process was killed')
    crash.abort(killed)
    return Promise.reject(killed)
  }
}

export type KilledLife = {
  readonly open: (options: WalletNodeOptions) => Promise<WalletNode>
  /** What is done until the node is killed. */
  readonly live: (node: WalletNode) => Promise<void>
  /** What holds of the node that is opened afterwards. @param when the node before was killed. */
  readonly check: (again: WalletNode, when: string) => Promise<void>
}

/**
 * Kills a node after its first batch, after its second, and so on until it comes to its end alive, each time on a copy of a
 * directory, and opens it again. @returns how often it was killed
 */
export async function killedAtEachBatch(
  t: Hooks,
  prepared: string,
  { open, live, check }: KilledLife,
): Promise<number> {
  for (let crashAfter = 0; ; crashAfter++) {
    const directory = await temporaryDirectory(t)
    await cp(prepared, directory, { recursive: true })
    const clock = createManualClock(START + 60_000)
    const doomed = await open({ directory, clock, crashAfter })
    const killed = new Promise<boolean>((resolve) => {
      doomed.crash.addEventListener('abort', () => resolve(true))
    })
    const ended = live(doomed).then(
      () => false,
      () => true,
    )
    const crashed = await Promise.race([ended, killed])
    await doomed.stop()

    const again = await open({ directory, clock })
    await check(again, `after ${crashAfter} batches`)
    await again.stop()
    if (!crashed) return crashAfter
  }
}

/** All events of a topic so far. */
export async function eventsOf({ events }: TestNode, topic: string) {
  const all = await events.read(0n, 10_000)
  return all.filter((one) => one.topic === topic)
}
