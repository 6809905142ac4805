/** The wallet of a node: its accounts, followed along the chain, and what they send. */
import { toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { accountIdOf } from '../../protocol/keys.ts'
import type { AccountApi, AccountInfo } from '../api/account.ts'
import type { MessageApi } from '../api/message.ts'
import type { PaymentApi } from '../api/payment.ts'
import type { StakeAccountApi } from '../api/stake.ts'
import type { AwardProver } from '../award/award-prover.ts'
import type { Clock } from '../clock.ts'
import type { ValidatorKeys } from '../consensus/validator-keys.ts'
import type { EventLog } from '../events.ts'
import type { Idempotency } from '../idempotency.ts'
import type { Logger } from '../logger.ts'
import type { Store } from '../store.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { AccountBook } from './account-book.ts'
import { Accounts } from './accounts.ts'
import { AddressBook } from './address-book.ts'
import type { WalletChain } from './chain-view.ts'
import { createFaucet, type Faucet } from './faucet.ts'
import { DEFAULT_PASSPHRASE_COST, type PassphraseCost } from './key-file.ts'
import { KeyStore } from './key-store.ts'
import { Keyring } from './keyring.ts'
import type { WalletLimits } from './limits.ts'
import { Messages } from './messages.ts'
import { neededFrom } from './needed-blocks.ts'
import { type HiddenAccount, openAccounts } from './open-accounts.ts'
import { Outbox } from './outbox.ts'
import { OwnValidator } from './own-validator.ts'
import { Paying } from './paying.ts'
import { Payments } from './payments.ts'
import { entropyOf, keysOfEntropy } from './phrase.ts'
import { Proofs } from './proofs.ts'
import { readCoins, readHistory } from './queries.ts'
import { Scanner } from './scanner.ts'
import { Sender } from './sender.ts'
import { StakeFollower } from './stake-follower.ts'
import { releaseStakes } from './stake-releases.ts'
import { Stakes } from './stakes.ts'
import { Staking } from './staking.ts'
import { TransactionMaker } from './transaction-maker.ts'

export type WalletOptions = {
  /** Key files are in its `accounts` folder. */
  readonly dataDirectory: string
  readonly limits: WalletLimits
  /** Of this node, if it has one: what is staked without naming a validator goes to it. */
  readonly validatorKeys?: ValidatorKeys | undefined
  /** The account that `dev.faucet` pays from; it is not listed. */
  readonly faucetPhrase?: string | undefined
  /** Cost of a passphrase for key files that are written. */
  readonly passphraseCost?: PassphraseCost | undefined
}

export type WalletModules = {
  readonly store: Store
  readonly events: EventLog
  readonly idempotency: Idempotency
  readonly chain: WalletChain
  readonly workers: NodeWorkers
  /** Works out the delays of awards, if the node does. */
  readonly prover?: Pick<AwardProver, 'progressOf'> | undefined
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Whether the node knows that it is behind. */
  readonly isSyncing: () => boolean
}

type UnlockInput = Parameters<AccountApi['unlock']>[0] & { readonly seconds?: number | undefined }

export type Wallet = {
  readonly account: Omit<AccountApi, 'unlock'> & {
    /** Unlocks until `lock`, or for so many seconds. */
    unlock(input: UnlockInput): Promise<AccountInfo>
  }
  readonly payment: PaymentApi
  readonly message: MessageApi
  readonly stake: Omit<StakeAccountApi, 'rewards'> & Pick<Stakes, 'sharesOf'>
  /** Only with a faucet's phrase. */
  readonly faucet: Faucet | undefined
  /** Whether the chain is being read for some account. */
  readonly rescanning: boolean
  /** The lowest height that some account has still to read: blocks from there on must not be pruned. */
  readonly neededFrom: number
  /**
   * Resolves when the accounts have been read up to a block, those aside that are still catching up, and what the block
   * made possible has been handed to the network.
   */
  reached(height: number): Promise<void>
  /** Stops all work and waits for the batches under way. The store may be closed then. */
  close(): Promise<void>
}

/** Opens the accounts of a data directory and begins to follow the chain for them. */
export async function openWallet(options: WalletOptions, modules: WalletModules): Promise<Wallet> {
  const { dataDirectory, limits, faucetPhrase, passphraseCost: cost = DEFAULT_PASSPHRASE_COST } = options
  const { store, events, idempotency, chain, workers, prover, clock, random, logger, isSyncing } = modules
  const stopping = new AbortController()
  const { signal } = stopping
  const book = new AccountBook({
    store,
    events,
    network: chain.params.network,
    stakeParams: chain.params.stake,
  })
  const keyStore = new KeyStore(dataDirectory)
  const hidden: HiddenAccount[] = faucetPhrase === undefined ? [] : [{ name: 'faucet', phrase: faucetPhrase }]
  await openAccounts({ book, keyStore, chain, logger }, hidden)

  const keyring = new Keyring({ keyStore, clock, random, cost, signal })
  const addresses = new AddressBook({ book, workers, limits })
  const maker = new TransactionMaker({ workers, keyring, chain, random, limits })
  const sender = new Sender({ book, maker, chain, clock, random, limits })
  const outbox = new Outbox({ book, sender, chain, clock, logger, limits })
  const follower = new StakeFollower({ book, chain, clock, logger, limits })
  const { validatorKeys } = options
  const own = validatorKeys && new OwnValidator({ keys: validatorKeys, stake: chain.stake, random })
  const sending = { book, chain, idempotency, keyring, sender, outbox }
  const staking = new Staking({ ...sending, follower, clock, own, workers, prover, isSyncing })
  const stakes = new Stakes({ book, chain, clock, follower })
  follower.onRefreshed = () => releaseStakes({ book, chain, staking, logger })
  const onProgress = () => outbox.ring()
  const scanner = new Scanner({ book, addresses, chain, workers, clock, logger, limits, onProgress })
  const onChange = () => {
    scanner.ring()
    outbox.ring()
    follower.ring()
  }
  const accounts = new Accounts({ book, addresses, keyring, keyStore, chain, random, onChange })
  const proofs = new Proofs({ book, keyring, chain, random })
  const paying = new Paying({ book, chain, idempotency, sender, outbox, proofs, random })
  const payments = new Payments({ book, idempotency, outbox, proofs })
  const messages = new Messages({ book, chain })
  const account = accountApi({ book, accounts, addresses, keyring, idempotency, onChange })

  const endBlocks = chain.onBlock(() => {
    scanner.ring()
    follower.ring()
  })
  const work = Promise.all([scanner.run(signal), outbox.run(signal), follower.run(signal)])
  return {
    account,
    payment: {
      send: (input) => paying.send(input),
      sendMany: (input) => paying.sendMany(input),
      sendPublic: (input) => paying.sendPublic(input),
      consolidate: (input) => paying.consolidate(input),
      estimate: (input) => paying.estimate(input),
      get: (query) => payments.get(query),
      list: (query) => payments.list(query),
      cancel: (input) => payments.cancel(input),
      prove: (query) => payments.prove(query),
      verifyProof: (proof) => payments.verifyProof(proof),
    },
    message: {
      send: (input) => paying.sendMessage(input),
      get: (query) => messages.get(query),
      list: (query) => messages.list(query),
      decode: (query) => messages.decode(query),
    },
    stake: {
      deposit: (input) => staking.deposit(input),
      withdraw: (input) => staking.withdraw(input),
      configure: (input) => staking.configure(input),
      rotate: (input) => staking.rotate(input),
      resume: (input) => staking.resume(input),
      proveAward: (input) => staking.proveAward(input),
      get: (query) => stakes.get(query),
      list: (query) => stakes.list(query),
      sharesOf: (accountId) => stakes.sharesOf(accountId),
    },
    faucet:
      faucetPhrase === undefined ? undefined : createFaucet(await accountIdIn(faucetPhrase), paying, limits),
    get rescanning() {
      return book.all().some((one) => !one.caughtUp || one.progress.rescan !== undefined)
    },
    get neededFrom() {
      return neededFrom(book.all(), chain.earliest)
    },
    reached: async (height) => {
      await scanner.reached(height)
      await Promise.all(book.all().map((one) => outbox.handOver(one)))
      await follower.settled()
    },
    close: async () => {
      endBlocks()
      stopping.abort()
      await work
    },
  }
}

async function accountIdIn(phrase: string): Promise<string> {
  return toHex(accountIdOf(await keysOfEntropy(entropyOf(phrase))))
}

function accountApi(modules: {
  book: AccountBook
  accounts: Accounts
  addresses: AddressBook
  keyring: Keyring
  idempotency: Idempotency
  onChange: () => void
}): Wallet['account'] {
  const { book, accounts, addresses, keyring, idempotency, onChange } = modules
  return {
    create: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'account.create', key, params, sensitive: true }, (remember) =>
        accounts.create(params, remember),
      ),
    recover: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'account.recover', key, params, sensitive: true }, (remember) =>
        accounts.recover(params, remember),
      ),
    importViewKey: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'account.importViewKey', key, params, sensitive: true }, (remember) =>
        accounts.importViewKey(params, remember),
      ),
    list: (query) => accounts.list(query),
    get: async (accountId) => accounts.info(book.get(accountId)),
    unlock: async ({ accountId, passphrase, seconds }) => {
      const account = book.get(accountId)
      await keyring.unlock(account, passphrase, seconds)
      onChange()
      return accounts.info(account)
    },
    lock: async (accountId) => {
      const account = book.get(accountId)
      keyring.lock(account)
      return accounts.info(account)
    },
    remove: ({ idempotencyKey: key, ...params }) =>
      idempotency.run<void>({ method: 'account.remove', key, params, sensitive: true }, (remember) =>
        accounts.remove(book.get(params.accountId), params.passphrase, (batch) => remember(batch, undefined)),
      ),
    changePassphrase: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'account.changePassphrase', key, params, sensitive: true }, (remember) =>
        accounts.changePassphrase(
          book.get(params.accountId),
          params.passphrase,
          params.newPassphrase,
          remember,
        ),
      ),
    recoveryPhrase: async ({ accountId, passphrase }) =>
      keyring.recoveryPhrase(book.get(accountId), passphrase),
    address: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'account.address', key, params }, (remember) =>
        addresses.issue(book.get(params.accountId), params.label ?? '', remember),
      ),
    addresses: async ({ accountId, ...request }) => addresses.list(book.get(accountId), request),
    balance: async (accountId) => book.get(accountId).balance,
    history: async (query) => readHistory(book, { ...query, accountId: book.get(query.accountId).id }),
    outputs: async (query) => readCoins(book, { ...query, accountId: book.get(query.accountId).id }),
    viewKey: async ({ accountId, passphrase }) => accounts.viewKey(book.get(accountId), passphrase),
    rescan: ({ idempotencyKey: key, ...params }) =>
      idempotency.run({ method: 'account.rescan', key, params }, (remember) =>
        accounts.rescan(book.get(params.accountId), params.from, remember),
      ),
  }
}
