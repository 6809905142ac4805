/** Every bound of the wallet that is not a rule of the network. */
export type WalletLimits = {
  /** Addresses beyond the highest one issued or used that are recognized, so that a restore finds those given out. */
  readonly addressLookahead: number
  /** Keys of deposits beyond the last one in use that are looked at, so that a restore finds those given out. */
  readonly stakeLookahead: number
  /** Outputs in one scan job times accounts: some ten milliseconds, which is how long more urgent jobs may have to wait. */
  readonly scanWork: number
  /** Scan jobs in one step of catching up, for each thread there can be. */
  readonly scanJobs: number
  /** Steps that are being scanned at once: while one is written down, the threads work on the next. */
  readonly scanAhead: number
  /** Blocks looked at in one step of catching up, whatever they hold. */
  readonly scanBlocks: number
  /** Blocks without effect after which the height of an account is written down all the same. */
  readonly scanCheckpoint: number
  /** Mean time between the parts of a long message, milliseconds; the times are exponentially distributed. */
  readonly partInterval: number
  /** Longest time between two parts, as a multiple of the mean: the tail of the distribution is cut there. */
  readonly partIntervalCut: number
  /** Blocks after which a transaction that is not final is handed to the pool again. */
  readonly resubmitBlocks: number
  /** Merging transactions a payment may bring with it when its account holds too many small coins. */
  readonly mergesPerPayment: number
  /** Coins looked at when the fees of several payments are planned: the largest. */
  readonly plannedCoins: number
  /** Payments of one account that wait to be built. */
  readonly queuedPayments: number
  /** Incomplete messages kept for one account; beyond them a message of several parts is lost as it begins. */
  readonly partialMessages: number
  /** Milliseconds that a payment waits for its account to be read up to the head before it is refused. */
  readonly catchUpPatience: number
  /** Milliseconds before a failed step of following the chain is tried again. */
  readonly retryDelay: number
  /** Base units that the faucet pays unless told otherwise. */
  readonly faucetAmount: bigint
}

export const DEFAULT_WALLET_LIMITS: WalletLimits = {
  addressLookahead: 50,
  stakeLookahead: 20,
  scanWork: 128,
  scanJobs: 4,
  scanAhead: 2,
  scanBlocks: 2_000,
  scanCheckpoint: 64,
  partInterval: 1_000,
  partIntervalCut: 8,
  resubmitBlocks: 5,
  mergesPerPayment: 8,
  plannedCoins: 256,
  queuedPayments: 1_000,
  partialMessages: 1_000,
  catchUpPatience: 5_000,
  retryDelay: 1_000,
  faucetAmount: 100_000_000n,
}
