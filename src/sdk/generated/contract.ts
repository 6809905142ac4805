// Generated from openrpc.json by `npm run generate`. Do not edit.

/** Version of the contract these types were made from. */
export const CONTRACT_VERSION = '0.1.0'

/** SHA-256 of the contract in canonical form; `node.status` tells that of the node. */
export const CONTRACT_HASH = '791331f6724867304225e67df6924680477b7fe5c693f09ed00d7c0f9e15970c'

/** A string that TypeScript keeps apart from others of its kind; a plain string will do where one is asked for. */
export type Branded<Name extends string> = string & { readonly __brand?: Name }

/**
 * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
 * units.
 */
export type Amount = Branded<'Amount'>

/** An amount in base units above zero, as a decimal string. */
export type PositiveAmount = Branded<'Amount'>

/** The height of a block; genesis is 0. */
export type Height = number

/** 32 bytes, lower-case hex. */
export type Hash = string

/** The id of a block: the hash of its header, lower-case hex. */
export type BlockId = Branded<'BlockId'>

/** The id of a transaction, lower-case hex. */
export type TransactionId = Branded<'TransactionId'>

/** The id of an output, unique for all time, lower-case hex. */
export type OutputId = Branded<'OutputId'>

/**
 * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
 * again after an account is recovered from its phrase; lower-case hex.
 */
export type PaymentId = Branded<'PaymentId'>

/** The id of a message: 16 random bytes its sender chose, which travel inside the payload. */
export type MessageId = Branded<'MessageId'>

/** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
export type AccountId = Branded<'AccountId'>

/**
 * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
 * one is answered with `invalid_address`, one of another network with `wrong_network`.
 */
export type Address = Branded<'Address'>

/** A time, RFC 3339 in UTC with milliseconds. */
export type Timestamp = string

/** Bytes in base64 with padding (RFC 4648, section 4). */
export type Base64 = string

/** Bytes, lower-case hex. */
export type Hex = string

/** A place in a list or a stream. Opaque: keep it, pass it back, do not look inside. */
export type Cursor = Branded<'Cursor'>

/** How many items at most. */
export type Limit = number

/** `oldest` first (so that `next` leads on to what comes later) or `newest` first. */
export type Order = 'oldest' | 'newest'

/**
 * A key of the caller's choice, best a random UUID. The outcome of the first call with it is stored before
 * anything leaves the node; later calls with the same key and the same parameters get that outcome again,
 * also after a crash. Other parameters, or another method, under a used key are an `idempotency_conflict`.
 * Outcomes are kept for 30 days, unless 100,000 later ones push them out.
 */
export type IdempotencyKey = string

/** Encrypts the key file of an account. */
export type Passphrase = string

/**
 * 24 words (BIP-39, English) from which everything in the account can be restored. Whoever has it has the
 * money.
 */
export type RecoveryPhrase = string

/** A name for people; the node gives it no meaning. */
export type AccountName = string

/**
 * Names the application a message belongs to, at most 32 bytes of UTF-8 without control characters; empty for
 * none. It travels encrypted.
 */
export type AppTag = string

/** The view key of an account: finds and reads everything, spends nothing. */
export type ViewKey = string

/**
 * Words of the one who asks for a receipt, such as a name and a date, so that it cannot be shown to others as
 * made for them.
 */
export type Challenge = string

/** A receipt for one payment, which `payment.verifyProof` checks on any node. */
export type Proof = string

/** The network. */
export type Network = 'main' | 'test' | 'dev'

/** This document. */
export type ContractDocument = { readonly [key: string]: unknown }

/**
 * What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
 * fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
 */
export type NodeState = 'starting' | 'syncing' | 'rescanning' | 'ready'

/** Catching up with the network: headers and certificates are fetched and verified first, then the blocks. */
export type SyncProgress = {
  /** Height of the last block it had when it began. */
  readonly from: Height
  /** Height of the last final block it has now. */
  readonly height: Height
  /** Height of the last header whose certificate it has verified. */
  readonly headers: Height
  /**
   * Height of the last block that a neighbour says it has. That is only believed as far as `headers` has
   * come.
   */
  readonly target: Height
  /** Blocks checked and stored each second, over the last ten. */
  readonly blocksPerSecond: number
  /** How many nodes are being asked for blocks. */
  readonly peers: number
}

/**
 * Beginning with a snapshot instead of all blocks: headers and certificates are fetched and verified first,
 * then the snapshot of one of these heights, in chunks.
 */
export type SnapshotProgress = {
  /** Height of the last header whose certificate it has verified. */
  readonly headers: Height
  /**
   * Height of the last block that a neighbour says it has. That is only believed as far as `headers` has
   * come.
   */
  readonly target: Height
  /** Height of the snapshot that is being fetched; absent until the first part of one is there. */
  readonly height?: Height | undefined
  /** How many chunks of it are stored. */
  readonly done: number
  /** How many chunks it has; 0 until the first is there. */
  readonly chunks: number
}

/** Which contract the node serves. */
export type ContractVersion = {
  /** Version of the contract (`info.version`). */
  readonly version: string
  /** SHA-256 of the contract in canonical form (keys sorted, no white space). */
  readonly hash: Hash
}

/** The limits of this node, each by name. */
export type Limits = {
  /** Bytes of one request body or WebSocket message. */
  readonly bodyBytes: number
  /** Calls in one batch. */
  readonly batchCalls: number
  /** Bytes of all answers to one batch; what does not fit is answered with `response_too_large`. */
  readonly batchResponseBytes: number
  /** Calls a token may make per second, averaged. */
  readonly callsPerSecond: number
  /** Calls a token may make at once. */
  readonly callsBurst: number
  /** Calls of one connection that are worked on at a time; more wait unread. */
  readonly callsInFlight: number
  /** Open connections, WebSockets among them. */
  readonly connections: number
  /** Open subscriptions of one WebSocket connection. */
  readonly subscriptionsPerConnection: number
  /** Bytes of unread events the node keeps for one connection; the rest waits in its log. */
  readonly streamBufferBytes: number
  /** Seconds a reader may leave that buffer full before its subscriptions stop with `slow_reader`. */
  readonly streamStallSeconds: number
  /** Items of one page of a list. */
  readonly pageItems: number
  /** Bytes of the body of one message. */
  readonly messageBodyBytes: number
  /** Payments in one `payment.sendMany`. */
  readonly paymentsPerCall: number
}

/** How the validator of a node stands. */
export type NodeValidator = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /**
   * `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
   * its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
   * itself.
   */
  readonly status: ValidatorStatus
  /** Whether it is in the set of this epoch. */
  readonly inSet: boolean
  /** Why it would not be in the next set. */
  readonly reason?: OutsideReason | undefined
  /** What its stake has lost since this node was started, by a leak or by slashing; absent for nothing. */
  readonly lost?: Amount | undefined
}

/** The state of the node. */
export type NodeStatus = {
  /** The network. */
  readonly network: Network
  /** Height of the last final block the node has. */
  readonly height: Height
  /** Time of that block. */
  readonly finalizedAt: Timestamp
  /** True while the node knows that it is behind. */
  readonly syncing: boolean
  /** How far it has come; absent while it is not catching up. */
  readonly sync?: SyncProgress | undefined
  /** How far it has come with the snapshot that it begins with; absent otherwise. */
  readonly snapshot?: SnapshotProgress | undefined
  /**
   * The validator that votes with a key of this node; absent on a node that has no such key, and while none
   * of its keys is registered.
   */
  readonly validator?: NodeValidator | undefined
  /** How many nodes it is connected to. */
  readonly peers: number
  /** Which contract the node serves. */
  readonly contract: ContractVersion
  /** The limits of this node, each by name. */
  readonly limits: Limits
  /**
   * What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
   * fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
   */
  readonly state: NodeState
  /** Version of the node software. */
  readonly version: string
  /** Id of the genesis block, which names the chain. */
  readonly genesis: BlockId
}

/** A node this node is connected to. */
export type Peer = {
  /** Identity of the peer on the network. */
  readonly peerId: string
  /** Where it was reached. */
  readonly address: string
  /** Who opened the connection. */
  readonly direction: 'inbound' | 'outbound'
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly connectedAt: Timestamp
  /** Last height it told. */
  readonly height?: Height | undefined
}

/** A page of peers. */
export type PeerPage = {
  /** The peers of this page. */
  readonly items: readonly Peer[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** Versions. */
export type NodeVersion = {
  /** Version of the node software. */
  readonly version: string
  /** Which contract the node serves. */
  readonly contract: ContractVersion
  /** What it runs on, such as "node 24.21.0". */
  readonly runtime: string
}

/** Transactions that wait for a block. */
export type MempoolStatus = {
  /** How many. */
  readonly transactions: number
  /** Bytes together. */
  readonly bytes: number
}

/** The head of the chain. */
export type ChainStatus = {
  /** The network. */
  readonly network: Network
  /** The id of a block: the hash of its header, lower-case hex. */
  readonly genesis: BlockId
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** Id of the last final block. */
  readonly id: BlockId
  /** Time the leader wrote into it. */
  readonly time: Timestamp
  /**
   * The lowest height from which on the node has every block: 0, unless it prunes or began with a snapshot.
   * Below there are headers and certificates alone, and genesis.
   */
  readonly earliestHeight: Height
  /** Size of the unspent set. */
  readonly unspentOutputs: number
  /** Transactions that wait for a block. */
  readonly mempool: MempoolStatus
}

/**
 * The signatures that make a block final: one aggregate BLS signature of more than two thirds of the voting
 * weight.
 */
export type Certificate = {
  /** Round of consensus. */
  readonly round: number
  /** Bit i of byte i/8, least significant first, stands for validator i; lower-case hex. */
  readonly signers: string
  /**
   * Validators that were claimed silent, in the same way: their votes count less, the less the later the
   * round. Absent where there are none. Whoever accepts large payments should wait while certificates have
   * this.
   */
  readonly silent?: string | undefined
  /** BLS12-381 signature, 96 bytes, lower-case hex. */
  readonly signature: string
}

/** A final block. */
export type Block = {
  /** The id of a block: the hash of its header, lower-case hex. */
  readonly id: BlockId
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** Time the leader wrote into it; ascends strictly along the chain. */
  readonly time: Timestamp
  /** BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis. */
  readonly leader: string
  /** Its transactions in order. */
  readonly transactions: readonly TransactionId[]
  /** Id of the block before; zeros in genesis. */
  readonly previous: Hash
  /** Round of consensus it was proposed in. */
  readonly round: number
  /** The leader's contribution to the beacon, 96 bytes, lower-case hex; zeros in genesis. */
  readonly vrf: string
  /** Merkle root over its transactions. */
  readonly transactionRoot: Hash
  /** Merkle root over the ids of the outputs it makes. */
  readonly outputRoot: Hash
  /** Commits to the unspent set and the supply after the block. */
  readonly stateCommitment: Hash
  /** Hash of the validator set that decides on it. */
  readonly validatorSetHash: Hash
  /** How many outputs it makes. */
  readonly outputs: number
  /** Its size on the wire. */
  readonly bytes: number
  /** What made this block final. Absent in genesis. */
  readonly certificate?: Certificate | undefined
}

/** A page of blocks. */
export type BlockPage = {
  /** The blocks of this page. */
  readonly items: readonly Block[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** `pending`: waits for a block. `final`: in a block, which never changes. */
export type TransactionStatus = 'pending' | 'final'

/** A transaction as everybody sees it. */
export type Transaction = {
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /** `pending`: waits for a block. `final`: in a block, which never changes. */
  readonly status: TransactionStatus
  /** Outputs it spends. */
  readonly inputs: readonly OutputId[]
  /** Outputs it makes. */
  readonly outputs: readonly OutputId[]
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
  /** Its size on the wire. */
  readonly bytes: number
  /** Block that holds it, once final. */
  readonly blockId?: BlockId | undefined
  /** Height of that block. */
  readonly height?: Height | undefined
  /** Time of that block. */
  readonly time?: Timestamp | undefined
  /** Its place in that block. */
  readonly position?: number | undefined
  /** Its bytes, when asked for. */
  readonly encoded?: Hex | undefined
  /** When it does something to stake. */
  readonly operation?: OperationType | undefined
}

/** An output as everybody sees it. */
export type Output = {
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
  /** Block that made it. */
  readonly height: Height
  /** Its place among the outputs of its transaction. */
  readonly position: number
  /** Whether a final block has spent it. */
  readonly spent: boolean
  /** One-time key P whose secret spends it. */
  readonly key: Hash
  /** Pedersen commitment C to the amount. */
  readonly commitment: Hash
  /** Ephemeral key R its receiver finds it by. */
  readonly ephemeral: Hash
  /** View tag, 3 bytes, lower-case hex. */
  readonly viewTag: string
  /** Encrypted amount, 8 bytes, lower-case hex. */
  readonly encryptedAmount: string
  /** Encrypted anchor, 16 bytes, lower-case hex. */
  readonly encryptedAnchor: string
  /** 32 bytes, lower-case hex. */
  readonly payloadHash: Hash
  /** True when this node no longer has the payload. */
  readonly payloadPruned: boolean
  /** Transaction that made it; absent for outputs of genesis. */
  readonly transactionId?: TransactionId | undefined
  /** Transaction that spent it. */
  readonly spentIn?: TransactionId | undefined
  /** The encrypted payload, 1,024 bytes, when asked for. */
  readonly payload?: Base64 | undefined
}

/** A page of outputs. */
export type OutputPage = {
  /** The outputs of this page. */
  readonly items: readonly Output[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** Money that was issued, with its opening, so that everybody can check the amount against the commitment. */
export type Mint = {
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
  /** Blinding of the commitment, a scalar. */
  readonly blinding: Hash
}

/**
 * How much money exists, and what proves it: `commitments` = `circulating`·B + `blinding`·B_blinding, where
 * `commitments` is the sum over all unspent outputs.
 */
export type Supply = {
  /** The block after which this holds. */
  readonly height: Height
  /** Issued since genesis and with it: coins, the first validators' stake, and rewards. */
  readonly issued: Amount
  /** Burnt since genesis, by the rules of stake. Fees are not burnt: they are their leader's. */
  readonly burnt: Amount
  /** Issued less burnt and staked: what all coins are worth together. */
  readonly circulating: Amount
  /** Held by the stake: deposits, money on its way out, fees of this epoch and the award's pool. */
  readonly staked: Amount
  /** The award's pool, part of `staked`. */
  readonly awardPool: Amount
  /** Sum of the commitments of all unspent outputs, an encoded group element. */
  readonly commitments: Hash
  /** Sum of blindings that follows from the blocks, a scalar. */
  readonly blinding: Hash
  /** Size of the unspent set. */
  readonly unspentOutputs: number
  /** The first coins. Whatever else was issued is staked, or was until it was withdrawn. */
  readonly mints: readonly Mint[]
}

/** Parameters every node of the network agrees on. */
export type ChainParams = {
  /** The network. */
  readonly network: Network
  /** The id of a block: the hash of its header, lower-case hex. */
  readonly genesis: BlockId
  /**
   * Hash of everything the chain begins with: parameters, first validators, first coins. Votes, transactions
   * and award records are bound to it; it is not the id of the genesis block.
   */
  readonly chainId: Hash
  /** Human-readable prefix of addresses. */
  readonly addressPrefix: string
  /** Base units in 1 STG. */
  readonly unitsPerCoin: Amount
  /** Target time between blocks, milliseconds. */
  readonly blockIntervalMs: number
  /** Transactions a block may carry. */
  readonly maxBlockTransactions: number
  /** How far a block's time may run ahead, milliseconds. */
  readonly maxTimeDriftMs: number
  /** Blocks after which a node may drop a payload. */
  readonly payloadRetentionBlocks: number
  /** Bytes of every payload. */
  readonly payloadBytes: number
  /** Inputs a transaction may have. */
  readonly maxInputs: number
  /** Numbers of outputs a transaction may have. */
  readonly outputCounts: readonly number[]
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly feePerInput: Amount
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly feePerOutput: Amount
  /** For an operation on the stake. */
  readonly feePerOperation: Amount
}

/** A shape of transactions and its fee. */
export type ShapeFee = {
  /** Number of inputs. */
  readonly inputs: number
  /** Number of outputs. */
  readonly outputs: number
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
}

/** What transactions cost: the fee depends on the number of inputs and outputs alone. */
export type Fees = {
  /** The shape of an ordinary payment or message. */
  readonly ordinary: ShapeFee
  /** Every shape the network carries. */
  readonly shapes: readonly ShapeFee[]
}

/** A transaction the node has taken. */
export type SubmittedTransaction = {
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /** `pending`: waits for a block. `final`: in a block, which never changes. */
  readonly status: TransactionStatus
}

/** A new account. */
export type AccountCreated = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /**
   * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
   * one is answered with `invalid_address`, one of another network with `wrong_network`.
   */
  readonly address: Address
  /** Write it down: it is shown this once. */
  readonly recoveryPhrase: RecoveryPhrase
}

/** An account restored from its phrase. */
export type AccountRecovered = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /**
   * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
   * one is answered with `invalid_address`, one of another network with `wrong_network`.
   */
  readonly address: Address
}

/** An account on this node. */
export type Account = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /** A name for people; the node gives it no meaning. */
  readonly name: AccountName
  /** Its main address. */
  readonly address: Address
  /** True while the spend key is encrypted. Deposits and messages are followed all the same. */
  readonly locked: boolean
  /** True for an account imported from a view key, which cannot spend. */
  readonly viewOnly: boolean
  /** Whether a passphrase protects it. */
  readonly passphrase: boolean
  /** True while the chain is being read for it. */
  readonly rescanning: boolean
  /** How far the chain has been read for it: balance, history and messages are complete up to here. */
  readonly scannedHeight: Height
  /** How far there is to read. */
  readonly targetHeight: Height
}

/** A page of accounts. */
export type AccountPage = {
  /** The accounts of this page. */
  readonly items: readonly Account[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** The account that is gone from this node. */
export type AccountRemoved = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
}

/** The phrase of an account. */
export type AccountPhrase = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /**
   * 24 words (BIP-39, English) from which everything in the account can be restored. Whoever has it has the
   * money.
   */
  readonly recoveryPhrase: RecoveryPhrase
}

/** An address of an account. Nobody can link two of them without the view key. */
export type AccountAddress = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /**
   * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
   * one is answered with `invalid_address`, one of another network with `wrong_network`.
   */
  readonly address: Address
  /** 0 for the main address, then counting up. */
  readonly index: number
  /** A name for people. */
  readonly label: string
}

/** A page of addresses. */
export type AddressPage = {
  /** The addresses of this page. */
  readonly items: readonly AccountAddress[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** What an account owns; total = available + pending + locked + staked. */
export type Balance = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /** Can be spent now. */
  readonly available: Amount
  /**
   * Comes with transactions that are broadcast and not yet final: payments to the account, and the change of
   * its own.
   */
  readonly pending: Amount
  /** Held for payments and messages that are created and not yet broadcast. */
  readonly locked: Amount
  /** Staked, and on its way there or out. */
  readonly staked: Amount
  /** All of it. */
  readonly total: Amount
  /** The block up to which this holds. */
  readonly height: Height
}

/**
 * `received`: money or a message came from somebody. `sent`: it went out. `self`: the account paid itself, or
 * merged coins; only the fee is gone. `issued`: it came with genesis. `staked`: it was staked. `unstaked`: it
 * came back from stake. `unbonded`: it began to leave stake, and is not there yet. `operated`: an operation
 * on stake that moves nothing. For both only the fee is gone.
 */
export type HistoryType = 'received' | 'sent' | 'self' | 'issued' | 'staked' | 'unbonded' | 'unstaked' | 'operated'

/** Something final that happened to an account. The phrase alone restores all of it. */
export type HistoryEntry = {
  /**
   * `received`: money or a message came from somebody. `sent`: it went out. `self`: the account paid itself,
   * or merged coins; only the fee is gone. `issued`: it came with genesis. `staked`: it was staked.
   * `unstaked`: it came back from stake. `unbonded`: it began to leave stake, and is not there yet.
   * `operated`: an operation on stake that moves nothing. For both only the fee is gone.
   */
  readonly type: HistoryType
  /** Absent for what happened to stake. */
  readonly paymentId?: PaymentId | undefined
  /** For `unbonded` what began to leave; zero where the account was restored after it had left. */
  readonly amount: Amount
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** Time of the block. */
  readonly time: Timestamp
  /**
   * For `sent` the receiver; otherwise the address of the account that received. Absent for what happened to
   * stake.
   */
  readonly address?: Address | undefined
  /** Absent for `issued`. */
  readonly transactionId?: TransactionId | undefined
  /** What the account paid for it; absent for `received` and `issued`. */
  readonly fee?: Amount | undefined
  /** When it carried a message, or a part of one. */
  readonly messageId?: MessageId | undefined
  /** For what happened to stake. */
  readonly operation?: OperationType | undefined
}

/** A page of history entries. */
export type HistoryPage = {
  /** The history entries of this page. */
  readonly items: readonly HistoryEntry[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/**
 * `unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished payment holds
 * it. `spent`: gone.
 */
export type CoinStatus = 'unspent' | 'pending' | 'reserved' | 'spent'

/** An output that belongs to the account. */
export type Coin = {
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
  /**
   * `unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished payment holds
   * it. `spent`: gone.
   */
  readonly status: CoinStatus
  /** The address that received it. */
  readonly addressIndex: number
  /** Block that made it; absent while pending. */
  readonly height?: Height | undefined
  /** Transaction that made it; absent for outputs of genesis. */
  readonly transactionId?: TransactionId | undefined
  /** Transaction that spends it. */
  readonly spentIn?: TransactionId | undefined
}

/** A page of outputs of the account. */
export type CoinPage = {
  /** The outputs of the account of this page. */
  readonly items: readonly Coin[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** The view key of an account. */
export type AccountViewKey = {
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /** The view key of an account: finds and reads everything, spends nothing. */
  readonly viewKey: ViewKey
}

/**
 * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
 * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
 * `cancelled`: taken back before it was broadcast.
 */
export type PaymentStatus = 'created' | 'broadcast' | 'final' | 'rejected' | 'cancelled'

/**
 * Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by another one (the
 * phrase is in use elsewhere, too). `refused`: the network refused it. `cancelled`: a payment that carries a
 * part of the message was taken back.
 */
export type RejectReason = 'input_spent' | 'refused' | 'cancelled'

/** `out`: the account sent it. `in`: the account received it. */
export type Direction = 'out' | 'in'

/** One payment of several. */
export type PaymentRequest = {
  /**
   * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
   * one is answered with `invalid_address`, one of another network with `wrong_network`.
   */
  readonly to: Address
  /** An amount in base units above zero, as a decimal string. */
  readonly amount: PositiveAmount
  /** A message that travels with the payment. */
  readonly data?: Base64 | undefined
  /** Application tag of that message. */
  readonly app?: AppTag | undefined
}

/** A payment that is stored and on its way. */
export type PaymentSent = {
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /**
   * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
   * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
   * `cancelled`: taken back before it was broadcast.
   */
  readonly status: PaymentStatus
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
  /** When it carries data. */
  readonly messageId?: MessageId | undefined
}

/** A payment of several that are stored. */
export type PaymentQueued = {
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /** Absent while it waits for coins: its transaction is not made yet. */
  readonly transactionId?: TransactionId | undefined
  /**
   * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
   * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
   * `cancelled`: taken back before it was broadcast.
   */
  readonly status: PaymentStatus
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
  /** When it carries data. */
  readonly messageId?: MessageId | undefined
}

/** Payments that are stored, in the order of the request. */
export type PaymentsSent = {
  /** The payments. */
  readonly payments: readonly PaymentQueued[]
}

/** A payment that is stored, with its receipt. */
export type PublicPaymentSent = {
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /**
   * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
   * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
   * `cancelled`: taken back before it was broadcast.
   */
  readonly status: PaymentStatus
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
  /** A receipt for one payment, which `payment.verifyProof` checks on any node. */
  readonly proof: Proof
  /** When it carries data. */
  readonly messageId?: MessageId | undefined
}

/** What a payment would take. */
export type PaymentEstimate = {
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
  /** Fees of all its transactions. */
  readonly fee: Amount
  /** Amount and fees. */
  readonly total: Amount
  /**
   * How many transactions it takes: one, and one more for each part of data that does not fit, and for
   * merging small coins.
   */
  readonly transactions: number
  /** Inputs of all of them. */
  readonly inputs: number
  /** Outputs of all of them. */
  readonly outputs: number
  /** What the account could send now. */
  readonly spendable: Amount
  /** Whether the account could send it now. */
  readonly sufficient: boolean
}

/** A payment as one of its accounts knows it. */
export type Payment = {
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /** `out`: the account sent it. `in`: the account received it. */
  readonly direction: Direction
  /** Absent while it waits for coins: its transaction is not made yet. */
  readonly transactionId?: TransactionId | undefined
  /**
   * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
   * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
   * `cancelled`: taken back before it was broadcast.
   */
  readonly status: PaymentStatus
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
  /** The receiver; for `in` the address of the account it came to. */
  readonly to: Address
  /** What the sender paid; absent for `in`. */
  readonly fee?: Amount | undefined
  /** Block that made it final. */
  readonly height?: Height | undefined
  /** Time of that block. */
  readonly time?: Timestamp | undefined
  /** When this node stored it; absent for `in` and for what was restored from the phrase. */
  readonly createdAt?: Timestamp | undefined
  /** When rejected. */
  readonly reason?: RejectReason | undefined
  /** When it carries data. */
  readonly messageId?: MessageId | undefined
  /** The data, as far as this node has it. */
  readonly data?: Base64 | undefined
  /** Application tag of the data. */
  readonly app?: AppTag | undefined
}

/** A page of payments. */
export type PaymentPage = {
  /** The payments of this page. */
  readonly items: readonly Payment[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/**
 * A receipt that shows anybody whom a payment went to, and how much it was; nothing else of the account is
 * revealed.
 */
export type PaymentProof = {
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /**
   * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
   * one is answered with `invalid_address`, one of another network with `wrong_network`.
   */
  readonly to: Address
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
  /** A receipt for one payment, which `payment.verifyProof` checks on any node. */
  readonly proof: Proof
}

/** What a receipt shows. */
export type PaymentProofCheck = {
  /** Whether it holds. The other fields are there when it does. */
  readonly valid: boolean
  /**
   * Why it does not hold: `malformed`; `mismatch` (it does not belong to the output it names);
   * `unknown_output` (this chain has no such output yet).
   */
  readonly reason?: 'malformed' | 'mismatch' | 'unknown_output' | undefined
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId?: PaymentId | undefined
  /**
   * An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
   * one is answered with `invalid_address`, one of another network with `wrong_network`.
   */
  readonly to?: Address | undefined
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount?: Amount | undefined
  /** The id of a transaction, lower-case hex. */
  readonly transactionId?: TransactionId | undefined
  /** Block that made it final. */
  readonly height?: Height | undefined
}

/** Small coins that become one. */
export type Consolidation = {
  /** The payment of the account to itself. */
  readonly paymentId: PaymentId
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /**
   * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
   * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
   * `cancelled`: taken back before it was broadcast.
   */
  readonly status: PaymentStatus
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
  /** Coins it merges. */
  readonly merged: number
  /** Coins the account still has to spend from when it is final, the merged one among them. */
  readonly remaining: number
}

/**
 * Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
 * are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
 * cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
 * missing when the retention period of the first one ends, so they cannot be had any more).
 */
export type MessageState = 'created' | 'broadcast' | 'final' | 'rejected' | 'partial' | 'received' | 'lost'

/** A message that is stored and on its way. */
export type MessageSent = {
  /** The id of a message: 16 random bytes its sender chose, which travel inside the payload. */
  readonly messageId: MessageId
  /**
   * Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
   * are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
   * cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
   * missing when the retention period of the first one ends, so they cannot be had any more).
   */
  readonly status: MessageState
  /** Transactions it takes. */
  readonly parts: number
  /** Fees of all of them. */
  readonly fee: Amount
  /** The transactions known by now, in the order of the parts. */
  readonly transactionIds: readonly TransactionId[]
}

/** A message as one of its accounts knows it. */
export type Message = {
  /** The id of a message: 16 random bytes its sender chose, which travel inside the payload. */
  readonly messageId: MessageId
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /** `out`: the account sent it. `in`: the account received it. */
  readonly direction: Direction
  /**
   * Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
   * are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
   * cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
   * missing when the retention period of the first one ends, so they cannot be had any more).
   */
  readonly status: MessageState
  /** Application tag; empty for none. */
  readonly app: AppTag
  /** Money that came with it. */
  readonly amount: Amount
  /** Parts it consists of. */
  readonly parts: number
  /** Parts that are final; for a received one, parts that have arrived. */
  readonly partsDone: number
  /** The body. There as soon as the message is complete. */
  readonly body?: Base64 | undefined
  /** The receiver; for `in` the address of the account it came to. */
  readonly to?: Address | undefined
  /** Block that completed it. */
  readonly height?: Height | undefined
  /** Time of that block. */
  readonly time?: Timestamp | undefined
  /** When this node stored it; absent for `in` and for what was restored from the phrase. */
  readonly createdAt?: Timestamp | undefined
  /** Fees of all its parts; absent for `in`. */
  readonly fee?: Amount | undefined
  /** When rejected. */
  readonly reason?: RejectReason | undefined
  /** The payments that carry the parts known by now, in order. */
  readonly paymentIds: readonly PaymentId[]
}

/** A page of messages. */
export type MessagePage = {
  /** The messages of this page. */
  readonly items: readonly Message[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** Where a message stands. */
export type MessageStatus = {
  /** The id of a message: 16 random bytes its sender chose, which travel inside the payload. */
  readonly messageId: MessageId
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /** `out`: the account sent it. `in`: the account received it. */
  readonly direction: Direction
  /**
   * Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
   * are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
   * cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
   * missing when the retention period of the first one ends, so they cannot be had any more).
   */
  readonly status: MessageState
  /** Parts it consists of. */
  readonly parts: number
  /** Parts that are final; for a received one, parts that have arrived. */
  readonly partsDone: number
  /** Block that completed it. */
  readonly height?: Height | undefined
  /** When rejected. */
  readonly reason?: RejectReason | undefined
}

/**
 * `none`: a payment without data. `message`: a part of a message. `change`: what the sender keeps for
 * himself. `filler`: nothing, so that all transactions look alike.
 */
export type PayloadKind = 'none' | 'message' | 'change' | 'filler'

/** What the payload of one output says. */
export type DecodedPayload = {
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
  /**
   * `none`: a payment without data. `message`: a part of a message. `change`: what the sender keeps for
   * himself. `filler`: nothing, so that all transactions look alike.
   */
  readonly kind: PayloadKind
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** Message it is a part of. */
  readonly messageId?: MessageId | undefined
  /**
   * Names the application a message belongs to, at most 32 bytes of UTF-8 without control characters; empty
   * for none. It travels encrypted.
   */
  readonly app?: AppTag | undefined
  /** Which part, from 0. */
  readonly part?: number | undefined
  /** Parts of that message. */
  readonly parts?: number | undefined
  /** Body of this part. */
  readonly body?: Base64 | undefined
}

/** The BLS12-381 key a validator votes with, 48 bytes, lower-case hex. */
export type ValidatorKey = Branded<'ValidatorKey'>

/** What names a validator for all time, whatever its key is; lower-case hex. */
export type ValidatorId = Branded<'ValidatorId'>

/**
 * What names a stake of an account from its deposit to the end of its withdrawal, and again after the account
 * is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
 */
export type StakeId = Branded<'StakeId'>

/** An epoch; the first one has number 1. */
export type EpochNumber = number

/** A share in hundredths of a per cent. */
export type BasisPoints = number

/**
 * What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
 * `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
 * operator's, `evidence` convicts a validator, `award` ends a draw.
 */
export type OperationType = 'register' | 'deposit' | 'unbond' | 'unbond_own' | 'withdraw' | 'configure' | 'rotate' | 'resume' | 'evidence' | 'award'

/**
 * `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
 * its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
 * itself.
 */
export type ValidatorStatus = 'active' | 'suspended' | 'leaving' | 'frozen'

/** A change of commission that is on its way. */
export type CommissionChange = {
  /** A share in hundredths of a per cent. */
  readonly commission: BasisPoints
  /** The epoch from which it holds. */
  readonly from: EpochNumber
}

/** Why a validator is not eligible for the award of a period. */
export type EligibilityFault = {
  /**
   * `not_in_set`: it was not in the set of an epoch. `attendance`: it signed too few blocks of an epoch.
   * `slashed`: it contradicted itself.
   */
  readonly reason: 'not_in_set' | 'attendance' | 'slashed'
  /** The first epoch of the period in which it came about. */
  readonly epoch: EpochNumber
  /** Blocks of that epoch it signed. */
  readonly signed: number
  /** Blocks of that epoch it could have signed. */
  readonly could: number
}

/**
 * Why a validator would not be in the next set. `below_minimum`: its operator's own stake is below
 * `minStake`, as after a leak; a deposit of the operator's mends it. `outranked`: `maxValidators` others have
 * more stake. `suspended`, `leaving`, `frozen`: its status. `gone`: nothing is left of it but what others
 * staked, which they can take out.
 */
export type OutsideReason = 'below_minimum' | 'outranked' | 'suspended' | 'leaving' | 'frozen' | 'gone'

/**
 * How the validator of a stake stands. Outside the set stake earns nothing in this epoch, nor with a `frozen`
 * validator; with a `reason` it will earn nothing from the next epoch on, unless that changes.
 */
export type StakeValidator = {
  /** As of stake.validator; `gone` for one that is not there any more. */
  readonly status: 'active' | 'suspended' | 'leaving' | 'frozen' | 'gone'
  /** Whether it is in the set of this epoch. */
  readonly inSet: boolean
  /** Why it would not be in the next set. */
  readonly reason?: OutsideReason | undefined
}

/** A validator, in the set or not. */
export type Validator = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** The BLS12-381 key a validator votes with, 48 bytes, lower-case hex. */
  readonly validatorKey: ValidatorKey
  /** The key from the next epoch on. */
  readonly nextKey?: ValidatorKey | undefined
  /** Schnorr key of its operator. */
  readonly operator: Hash
  /** Whether it is the validator of this node. */
  readonly own: boolean
  /**
   * `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
   * its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
   * itself.
   */
  readonly status: ValidatorStatus
  /** Everything staked with it. */
  readonly stake: Amount
  /** What of that is its operator's. */
  readonly ownStake: Amount
  /** Share of what the others' stake earns that its operator keeps. */
  readonly commission: BasisPoints
  /** A change of commission that is on its way. */
  readonly announced?: CommissionChange | undefined
  /** Epoch of its registration; 1 for the first validators. */
  readonly since: EpochNumber
  /** Whether it is in the set of this epoch. */
  readonly inSet: boolean
  /** Its voting weight in this epoch; absent outside the set. */
  readonly weight?: Amount | undefined
  /**
   * How it would stand if the next set were chosen now: 1 for most stake; absent for one that could not be
   * chosen.
   */
  readonly rank?: number | undefined
  /** Why it would not be in the next set, if that were chosen now; absent for one that would. */
  readonly reason?: OutsideReason | undefined
  /** Blocks of this epoch it signed. */
  readonly signed: number
  /** Blocks of this epoch it could have signed so far. */
  readonly could: number
  /** Whether it may still be drawn for the award of this period. */
  readonly eligible: boolean
  /** Why not. */
  readonly fault?: EligibilityFault | undefined
}

/** A page of validators. */
export type ValidatorPage = {
  /** The validators of this page. */
  readonly items: readonly Validator[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** A validator of an epoch's set. */
export type EpochMember = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** The BLS12-381 key a validator votes with, 48 bytes, lower-case hex. */
  readonly validatorKey: ValidatorKey
  /** At the beginning of the epoch; rewards go by it. */
  readonly stake: Amount
  /** Voting weight. */
  readonly weight: Amount
  /** Blocks of the epoch it signed. */
  readonly signed: number
  /** Blocks of the epoch it could have signed so far. */
  readonly could: number
}

/** The epoch of the next block. */
export type Epoch = {
  /** An epoch; the first one has number 1. */
  readonly epoch: EpochNumber
  /** The award period it belongs to; the first one has number 1. */
  readonly period: number
  /** Its first block. */
  readonly firstHeight: Height
  /** Its last block: then rewards are paid, and the next set is chosen. */
  readonly lastHeight: Height
  /** The last final block. */
  readonly height: Height
  /** Blocks to come in this epoch. */
  readonly blocksLeft: number
  /** When it will end, if blocks come at their target interval. */
  readonly estimatedEnd: Timestamp
  /** What a block issues, the award's share included. */
  readonly reward: Amount
  /** Stake of the set at the beginning of the epoch. */
  readonly totalStake: Amount
  /** The set, in the order of the certificate's bits. */
  readonly members: readonly EpochMember[]
}

/** The numbers of staking that every node of the network agrees on. */
export type StakeParams = {
  /** Blocks of an epoch. */
  readonly epochBlocks: number
  /** What an operator has to stake itself. */
  readonly minStake: Amount
  /** The smallest deposit. */
  readonly minDeposit: Amount
  /** Epochs that money is on its way out, at most. */
  readonly unbondingEpochs: number
  /** Validators in a set. */
  readonly maxValidators: number
  /** By how much a commission may rise in one change. */
  readonly commissionStep: BasisPoints
  /** Whole epochs between the announcement of a rise and its effect. */
  readonly commissionNotice: number
  /** What a block issues at first. */
  readonly blockReward: Amount
  /** Blocks after which that halves. */
  readonly halvingBlocks: number
  /** Share of it that goes to the award's pool. */
  readonly awardShare: BasisPoints
  /** Epochs of an award period. */
  readonly awardPeriodEpochs: number
  /** Share of the blocks of each epoch that has to be signed to be eligible. */
  readonly awardAttendance: BasisPoints
  /** Blocks between the freeze of the eligible and the beacon that seeds the draw. */
  readonly awardFreezeDelay: number
  /** Squarings of the delay function between that beacon and the winner. */
  readonly awardDelaySquarings: number
  /** For whoever posts the delay's proof; at most a tenth of the award. */
  readonly awardBounty: Amount
  /** Share of a contradicting validator's stake that is burnt at once. */
  readonly slashShare: BasisPoints
  /** What an operation adds to the fee of its transaction. */
  readonly feePerOperation: Amount
}

/**
 * `deposit`: staked with a validator. `own`: an operator's own stake in its validator. `award`: a prize of
 * the award. `bounty`: what the award paid for the proof of its delay. `bond`: what came back of the bond
 * that goes with evidence. The last three are not staked: they are money that waits until `stake.withdraw`
 * takes it out, which the wallet never does by itself.
 */
export type StakeType = 'deposit' | 'own' | 'award' | 'bounty' | 'bond'

/**
 * Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the network. `active`:
 * it is staked, and earns if its `validator` is in the set. `frozen`: its validator contradicted itself; what
 * is left may be taken out when the unbonding time is over. `unbonding`: all of it is on its way out.
 * `withdrawable`: it is released. `withdrawn`: all of it was taken. `rejected`: the deposit will never be in
 * a block; its coins are free again.
 */
export type StakeStatus = 'created' | 'broadcast' | 'active' | 'frozen' | 'unbonding' | 'withdrawable' | 'withdrawn' | 'rejected'

/**
 * A part of a stake that is on its way out. It earns nothing, and still answers for what its validator signed
 * while it counted, and for the validator's silence in the epoch in which it left.
 */
export type Leaving = {
  /**
   * What it is worth as of now: what its validator's silence costs is taken off at once, what a contradiction
   * costs when it is released.
   */
  readonly amount: Amount
  /** The first epoch in which it may be withdrawn. */
  readonly releaseEpoch: EpochNumber
  /** The first block that may carry the withdrawal. */
  readonly releaseHeight: Height
  /**
   * When that will be, if blocks come at their target interval; absent once it is released, and in events.
   */
  readonly estimatedRelease?: Timestamp | undefined
  /**
   * `unbonding`: it waits. `frozen`: its validator contradicted itself, and it waits for the verdict.
   * `withdrawable`: it may be withdrawn; the wallet does that by itself as soon as the account is unlocked,
   * unless it is an `award`, a `bounty` or a `bond`, or hardly worth the fee.
   */
  readonly status: 'unbonding' | 'frozen' | 'withdrawable'
}

/** An operation of a stake that is not final. */
export type PendingOperation = {
  /**
   * What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
   * `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
   * operator's, `evidence` convicts a validator, `award` ends a draw.
   */
  readonly type: OperationType
  /** `created`: stored. `broadcast`: handed to the network. */
  readonly status: 'created' | 'broadcast'
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /** What it moves; absent for one that moves nothing. */
  readonly amount?: Amount | undefined
}

/**
 * The last operation on a stake that failed: it will never be in a block, and left the stake as it was. It
 * stays to be seen when later ones succeed. This node alone knows of it, not the chain: an account that is
 * restored from its phrase does not have it, and account.history does not, which tells what is final.
 */
export type RefusedOperation = {
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /**
   * What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
   * `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
   * operator's, `evidence` convicts a validator, `award` ends a draw.
   */
  readonly operation: OperationType
  /**
   * Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by another one (the
   * phrase is in use elsewhere, too). `refused`: the network refused it. `cancelled`: a payment that carries
   * a part of the message was taken back.
   */
  readonly reason: RejectReason
  /**
   * For `refused`: the rule of staking, such as `rotating` or `last_validator`, or of the network, such as
   * `unknown_stake`. Absent for one that ended only because it spent the change of another one.
   */
  readonly rule?: string | undefined
  /** Up to where the account had seen the chain then. */
  readonly height: Height
}

/** A stake of an account. */
export type Stake = {
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
  /**
   * `deposit`: staked with a validator. `own`: an operator's own stake in its validator. `award`: a prize of
   * the award. `bounty`: what the award paid for the proof of its delay. `bond`: what came back of the bond
   * that goes with evidence. The last three are not staked: they are money that waits until `stake.withdraw`
   * takes it out, which the wallet never does by itself.
   */
  readonly type: StakeType
  /** Of `award` and `bounty`: the award period. */
  readonly period?: number | undefined
  /**
   * Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the network.
   * `active`: it is staked, and earns if its `validator` is in the set. `frozen`: its validator contradicted
   * itself; what is left may be taken out when the unbonding time is over. `unbonding`: all of it is on its
   * way out. `withdrawable`: it is released. `withdrawn`: all of it was taken. `rejected`: the deposit will
   * never be in a block; its coins are free again.
   */
  readonly status: StakeStatus
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** Absent when the validator is gone. */
  readonly validatorKey?: ValidatorKey | undefined
  /** Of what is staked, in stake.get and stake.list; events do not have it. */
  readonly validator?: StakeValidator | undefined
  /**
   * What the staked part is worth now: it grows by rewards at the end of each epoch, and shrinks by slashing.
   * Until the end of the epoch of its deposit it is a little less than what was paid, since the price
   * includes what the stake before it can earn in that epoch.
   */
  readonly amount: Amount
  /**
   * Parts on their way out, the first to be released first. What is released and not yet taken comes before
   * what still waits.
   */
  readonly leaving: readonly Leaving[]
  /** An operation of a stake that is not final. */
  readonly pending?: PendingOperation | undefined
  /** When this node stored the deposit; absent for what was restored from the phrase. */
  readonly createdAt?: Timestamp | undefined
  /** When rejected. */
  readonly reason?: RejectReason | undefined
  /**
   * The last operation on a stake that failed: it will never be in a block, and left the stake as it was. It
   * stays to be seen when later ones succeed. This node alone knows of it, not the chain: an account that is
   * restored from its phrase does not have it, and account.history does not, which tells what is final.
   */
  readonly refused?: RefusedOperation | undefined
}

/** A page of stakes. */
export type StakePage = {
  /** The stakes of this page. */
  readonly items: readonly Stake[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** An operation on stake that is stored and on its way. */
export type StakeSent = {
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /**
   * What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
   * `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
   * operator's, `evidence` convicts a validator, `award` ends a draw.
   */
  readonly operation: OperationType
  /** As it was stored. */
  readonly status: 'created'
  /** What it moves; zero for one that moves nothing. */
  readonly amount: Amount
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly fee: Amount
}

/**
 * The proof of a delay: its output, then the proof, 512 bytes, lower-case hex. Everybody works out the same
 * one for a seed.
 */
export type DelayProof = string

/** What an epoch paid to a validator and those who staked with it. */
export type StakeReward = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** An epoch; the first one has number 1. */
  readonly epoch: EpochNumber
  /** The epoch's last block. */
  readonly height: Height
  /** For blocks signed. */
  readonly reward: Amount
  /** Of blocks it led. */
  readonly fees: Amount
  /** What of both is the operator's, for its work. */
  readonly commission: Amount
  /** Blocks signed. */
  readonly signed: number
  /** Blocks it could have signed. */
  readonly could: number
  /**
   * With `accountId`: what of reward and fees went to the account, for its deposits and as the operator. A
   * deposit counts when it was there for the whole epoch; zero as well for epochs before the account was
   * restored on this node, of which only the operator's part is known.
   */
  readonly earned?: Amount | undefined
}

/** A page of rewards. */
export type StakeRewardPage = {
  /** The rewards of this page. */
  readonly items: readonly StakeReward[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** How a validator stands in the present award period. */
export type AwardCandidate = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** The BLS12-381 key a validator votes with, 48 bytes, lower-case hex. */
  readonly validatorKey: ValidatorKey
  /** Schnorr key that would be paid. */
  readonly operator: Hash
  /** Whether it is the validator of this node. */
  readonly own: boolean
  /** Whether it may still be drawn. */
  readonly eligible: boolean
  /** Why not. */
  readonly fault?: EligibilityFault | undefined
  /** Epochs of the period it has served well. */
  readonly good: number
  /** Epochs of the period still to come, the present one included. */
  readonly ahead: number
  /** Blocks of this epoch it signed. */
  readonly signed: number
  /** Blocks of this epoch it could have signed so far. */
  readonly could: number
}

/** A validator that may win. */
export type AwardEligible = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** The BLS12-381 key a validator votes with, 48 bytes, lower-case hex. */
  readonly validatorKey: ValidatorKey
  /** Schnorr key that is paid. */
  readonly operator: Hash
}

/** A draw to come. */
export type AwardDraw = {
  /** Its award period. */
  readonly period: number
  /**
   * `open`: the period lasts. `frozen`: pool and eligible are fixed, the seed is not there. `seeded`: whoever
   * has worked out the delay may post its proof.
   */
  readonly state: 'open' | 'frozen' | 'seeded'
  /** The block that fixes pool and eligible. */
  readonly freezeHeight: Height
  /** The block whose beacon is the seed. */
  readonly seedHeight: Height
  /**
   * What the winner gets, the bounty for the proof aside; while the period is open, what it has collected so
   * far.
   */
  readonly amount: Amount
  /** Squarings of the delay function between the seed and the winner. */
  readonly squarings: number
  /** The seed. */
  readonly beacon?: Hash | undefined
  /** Who may win, in the order of their keys; empty while the period is open. */
  readonly eligible: readonly AwardEligible[]
}

/** The Validator Service Award. */
export type Award = {
  /** All that is in the pool, what is frozen for a draw included. */
  readonly pool: Amount
  /** What of it was collected for the present period. */
  readonly collected: Amount
  /** The present award period. */
  readonly period: number
  /** The draw that comes next. */
  readonly nextDraw: AwardDraw
  /** Every validator, and how it stands in the present period. */
  readonly eligible: readonly AwardCandidate[]
  /**
   * The chain of hashes over the records of all draws that are over; it is a part of the state that blocks
   * commit to.
   */
  readonly history: Hash
}

/**
 * `paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze and draw.
 * `expired`: nobody posted a proof before the next freeze. `empty`: nobody was eligible. What is not paid
 * stays in the pool.
 */
export type AwardOutcome = 'paid' | 'forfeited' | 'expired' | 'empty'

/** A draw that is over, with everything it takes to check it again. */
export type AwardRecord = {
  /** The network. */
  readonly network: Network
  /** What the seed is bound to: `chainId` of chain.params. */
  readonly chainId: Hash
  /** Its award period. */
  readonly period: number
  /**
   * `paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze and draw.
   * `expired`: nobody posted a proof before the next freeze. `empty`: nobody was eligible. What is not paid
   * stays in the pool.
   */
  readonly outcome: AwardOutcome
  /** The block that fixed pool and eligible. */
  readonly frozenAt: Height
  /** What was frozen. */
  readonly amount: Amount
  /** Who could win, in the order of their keys. */
  readonly eligible: readonly AwardEligible[]
  /** The block whose beacon is the seed. */
  readonly seedHeight: Height
  /** That beacon. */
  readonly beacon?: Hash | undefined
  /** Squarings of the delay function. */
  readonly squarings: number
  /** The delay's proof: its output, then π. */
  readonly proof?: Hex | undefined
  /** Position of the winner among the eligible. */
  readonly winner?: number | undefined
  /** What the winner got. */
  readonly prize: Amount
  /** What went to whoever posted the proof. */
  readonly bounty: Amount
  /** The chain of hashes over the records before this one; zeros for the first. */
  readonly before: Hash
  /**
   * The same with this record. That of the last record is what `stake.awardProof` shows to be the chain's.
   */
  readonly history: Hash
}

/** A page of draws. */
export type AwardRecordPage = {
  /** The draws of this page. */
  readonly items: readonly AwardRecord[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/**
 * The last final block, and what its state commitment is the hash of: docs/protocol.md says how. At most some
 * 90 kB.
 */
export type AwardProof = {
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** Hash of the header. */
  readonly blockId: Hash
  /** The chain of hashes over all records, as `stake` has it. */
  readonly history: Hash
  /** The block's header. */
  readonly header: Hex
  /** The certificate that makes the block final; genesis has none. */
  readonly certificate?: Hex | undefined
  /** LtHash of the unspent set, 2,048 bytes. */
  readonly unspent: Hex
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly issued: Amount
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly burnt: Amount
  /** Of the supply. */
  readonly blinding: Hash
  /** Of the supply. */
  readonly commitments: Hash
  /** The stake without the records of validators; the chain of hashes is in it. */
  readonly stake: Hex
  /** Hash of each validator's record, in the order of their ids. */
  readonly records: readonly Hash[]
}

/** Stake that was burnt because its validator broke the rules or was silent. */
export type Slashing = {
  /**
   * `slashed`: it contradicted itself; a part is burnt at once and the rest frozen. A frozen one is `slashed`
   * again, with nothing burnt at once, when an earlier contradiction comes to light or one with more weight:
   * both count in the end. `thawed`: the unbonding time after that is over; more may be burnt, and a part of
   * the operator's own goes to the award. `leaked`: more than a third of the weight was silent, and this one
   * among it. What left the pool in the same epoch loses the same part, which is burnt when it is withdrawn
   * and is not counted here.
   */
  readonly type: 'slashed' | 'thawed' | 'leaked'
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** The block in which it came about. */
  readonly height: Height
  /** For `slashed` the epoch of its earliest contradiction that has been told. */
  readonly infraction?: EpochNumber | undefined
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly burnt: Amount
  /** For `thawed` what went to the award's pool. */
  readonly forfeited?: Amount | undefined
}

/** A page of slashings. */
export type SlashingPage = {
  /** The slashings of this page. */
  readonly items: readonly Slashing[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** An epoch began. */
export type EpochEvent = {
  /** An epoch; the first one has number 1. */
  readonly epoch: EpochNumber
  /** The last block of the one before. */
  readonly height: Height
  /** Validators in its set. */
  readonly members: number
}

/** A validator was left out of the set because it was silent. */
export type SuspendedEvent = {
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /** In which it was silent. */
  readonly epoch: EpochNumber
  /** The last block of that epoch. */
  readonly height: Height
}

/** What a stream tells about. */
export type Topic = 'chain.block' | 'chain.status' | 'account.balance' | 'payment.status' | 'message.received' | 'message.status' | 'stake.status' | 'stake.epoch' | 'stake.slashed' | 'stake.suspended' | 'award.frozen' | 'award.seeded' | 'award.paid'

/** A topic, or all of a group. */
export type TopicPattern = 'chain.*' | 'chain.block' | 'chain.status' | 'account.*' | 'account.balance' | 'payment.*' | 'payment.status' | 'message.*' | 'message.received' | 'message.status' | 'stake.*' | 'stake.status' | 'stake.epoch' | 'stake.slashed' | 'stake.suspended' | 'award.*' | 'award.frozen' | 'award.seeded' | 'award.paid'

/** An open subscription. */
export type Subscribed = {
  /** Its id on this connection. */
  readonly subscription: string
  /** Where it starts: events after this. */
  readonly cursor: Cursor
}

/** A closed subscription. */
export type Unsubscribed = {
  /** Its id. */
  readonly subscription: string
  /** Up to where events were sent. */
  readonly cursor: Cursor
}

/** A block became final. */
export type BlockEvent = {
  /** The id of a block: the hash of its header, lower-case hex. */
  readonly id: BlockId
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly time: Timestamp
  /** BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis. */
  readonly leader: string
  /** Its transactions in order. */
  readonly transactions: readonly TransactionId[]
}

/** The node changed its state, or has come further in catching up: that is told every few seconds. */
export type ChainStatusEvent = {
  /**
   * What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
   * fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
   */
  readonly state: NodeState
  /** The height of a block; genesis is 0. */
  readonly height: Height
  /** True while the node knows that it is behind. */
  readonly syncing: boolean
  /** How far it has come; absent while it is not catching up. */
  readonly sync?: SyncProgress | undefined
  /** How far it has come with the snapshot that it begins with; absent otherwise. */
  readonly snapshot?: SnapshotProgress | undefined
}

/** Everything that had happened when the subscription began has been told; from here on events are live. */
export type CaughtUp = Record<string, never>

/**
 * `slow_reader`: the connection did not take events for too long. `retention`: events after the cursor are no
 * longer kept. `shutdown`: the node is going down. `internal`: a fault of the node. `token_expired`,
 * `token_revoked`: the token of the connection has ended, and the connection is closed.
 */
export type StopReason = 'slow_reader' | 'retention' | 'shutdown' | 'internal' | 'token_expired' | 'token_revoked'

/** The subscription has ended. Nothing was skipped: subscribe from the cursor to go on. */
export type Stop = {
  /**
   * `slow_reader`: the connection did not take events for too long. `retention`: events after the cursor are
   * no longer kept. `shutdown`: the node is going down. `internal`: a fault of the node. `token_expired`,
   * `token_revoked`: the token of the connection has ended, and the connection is closed.
   */
  readonly reason: StopReason
  /** Up to where events were sent. */
  readonly cursor: Cursor
}

/** Coins on their way. */
export type FaucetPayment = {
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly amount: Amount
}

/** The new head. */
export type Mined = {
  /** The height of a block; genesis is 0. */
  readonly height: Height
}

/** The clock of the network. */
export type DevTime = {
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly time: Timestamp
}

/** The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`. */
export type TokenId = Branded<'TokenId'>

/**
 * A token: `stegostoken1`, 256 random bits and a checksum, in bech32m. Whoever has it may do what it allows.
 */
export type TokenText = string

/** A name for people, which the audit log shows. */
export type TokenName = string

/** What a token is for; `x-scopes` says what each allows. */
export type Scope = 'read' | 'message' | 'pay' | 'stake' | 'packet' | 'admin'

/** The name of a method, or `group.*` for all of a group, also those of later versions. */
export type MethodPattern = string

/** What a token may move out of accounts, amounts and fees together, in any span of time of this length. */
export type TokenBudget = {
  /** So much at most. */
  readonly amount: Amount
  /** Seconds. */
  readonly period: number
}

/**
 * `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was made
 * with.
 */
export type TokenStatus = 'active' | 'expired' | 'revoked'

/** A token, without its secret. */
export type Token = {
  /** The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`. */
  readonly tokenId: TokenId
  /** A name for people, which the audit log shows. */
  readonly name: TokenName
  /** What it is for. */
  readonly scopes: readonly Scope[]
  /** The methods it may call; absent: all that its scopes allow. */
  readonly methods?: readonly MethodPattern[] | undefined
  /** The accounts it knows; absent: all. */
  readonly accounts?: readonly AccountId[] | undefined
  /** What a token may move out of accounts, amounts and fees together, in any span of time of this length. */
  readonly budget?: TokenBudget | undefined
  /** What counts against the budget now. */
  readonly spent?: Amount | undefined
  /** Calls a second; absent: as many as the node allows anybody. */
  readonly rate?: number | undefined
  /** From then on it is worthless; absent: never. */
  readonly expiresAt?: Timestamp | undefined
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly createdAt: Timestamp
  /**
   * The token it was made with: what narrows that one narrows this one, and it ends with it. Absent for those
   * made by the owner.
   */
  readonly parent?: TokenId | undefined
  /**
   * `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was made
   * with.
   */
  readonly status: TokenStatus
  /** When it was revoked or expired. */
  readonly endedAt?: Timestamp | undefined
}

/** A new token. */
export type TokenCreated = {
  /** The token itself, shown this once: the node keeps its hash. */
  readonly token: TokenText
  /** The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`. */
  readonly tokenId: TokenId
  /** A name for people, which the audit log shows. */
  readonly name: TokenName
  /** What it is for. */
  readonly scopes: readonly Scope[]
  /** The methods it may call; absent: all that its scopes allow. */
  readonly methods?: readonly MethodPattern[] | undefined
  /** The accounts it knows; absent: all. */
  readonly accounts?: readonly AccountId[] | undefined
  /** What a token may move out of accounts, amounts and fees together, in any span of time of this length. */
  readonly budget?: TokenBudget | undefined
  /** What counts against the budget now. */
  readonly spent?: Amount | undefined
  /** Calls a second; absent: as many as the node allows anybody. */
  readonly rate?: number | undefined
  /** From then on it is worthless; absent: never. */
  readonly expiresAt?: Timestamp | undefined
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly createdAt: Timestamp
  /**
   * The token it was made with: what narrows that one narrows this one, and it ends with it. Absent for those
   * made by the owner.
   */
  readonly parent?: TokenId | undefined
  /**
   * `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was made
   * with.
   */
  readonly status: TokenStatus
  /** When it was revoked or expired. */
  readonly endedAt?: Timestamp | undefined
}

/** A page of tokens. */
export type TokenPage = {
  /** The tokens of this page. */
  readonly items: readonly Token[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** What an id is of. */
export type AuditIdType = 'account' | 'payment' | 'transaction' | 'message' | 'stake' | 'token'

/** An id that a call made or changed. */
export type AuditId = {
  /** What an id is of. */
  readonly type: AuditIdType
  /** The id. */
  readonly id: string
}

/**
 * A call that changed something, revealed a key, or was refused for lack of rights. No parameters, texts or
 * secrets are kept.
 */
export type AuditEntry = {
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly time: Timestamp
  /** The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`. */
  readonly tokenId: TokenId
  /** Its name at the time. */
  readonly tokenName: string
  /** The method that was called. */
  readonly method: string
  /** The account it was about, if it named one. */
  readonly accountId?: AccountId | undefined
  /** `ok`, or the symbol of the error. */
  readonly outcome: string
  /** How many refused calls alike, in short order, the entry stands for. */
  readonly count: number
  /** Hash of the idempotency key, to find the call by it: the same for the same key on this node. */
  readonly keyHash?: string | undefined
  /** What it took out of accounts: amount and fee. */
  readonly spent?: Amount | undefined
  /** What it made or changed; at most 200. */
  readonly ids: readonly AuditId[]
}

/** A page of entries. */
export type AuditPage = {
  /** The entries of this page. */
  readonly items: readonly AuditEntry[]
  /**
   * Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
   * what has been added since.
   */
  readonly next: Cursor
  /** True when nothing more exists now. */
  readonly complete: boolean
}

/** One thing that is wrong with the parameters. */
export type Fault = {
  /** JSON pointer (RFC 6901) into the parameters; empty for the parameters as a whole. */
  readonly pointer: string
  /** What is wrong there. */
  readonly message: string
}

/** The body or the message is not valid JSON. */
export type ParseErrorData = {
  readonly type: 'parse_error'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/**
 * Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string, `params` an object,
 * `id` a string, a number within 2^53 of zero or null.
 */
export type InvalidRequestData = {
  readonly type: 'invalid_request'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** What is wrong. */
  readonly reason?: string | undefined
}

/** The contract has no method of that name. */
export type UnknownMethodData = {
  readonly type: 'unknown_method'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The name that was asked for. */
  readonly method: string
}

/** Parameters are missing, unknown or ill-formed. */
export type InvalidParamsData = {
  readonly type: 'invalid_params'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Every fault, up to 16. */
  readonly faults: readonly Fault[]
}

/** A fault of the node. It is in its log under the reference. */
export type InternalErrorData = {
  readonly type: 'internal_error'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Finds the fault in the log. */
  readonly reference: string
}

/** The node is starting, or is shutting down. `node.status` says what it is doing. */
export type NotReadyData = {
  readonly type: 'not_ready'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
   * fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
   */
  readonly state: NodeState
}

/** The batch has more calls than the node takes; none was carried out. */
export type BatchTooLargeData = {
  readonly type: 'batch_too_large'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Calls a batch may have. */
  readonly limit: number
}

/** The request has more bytes than the node takes. */
export type BodyTooLargeData = {
  readonly type: 'body_too_large'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Bytes a request may have. */
  readonly limit: number
}

/**
 * The answers to a batch have reached the limit. This call was not carried out: ask again in another batch.
 */
export type ResponseTooLargeData = {
  readonly type: 'response_too_large'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Bytes the answers may have. */
  readonly limit: number
}

/** Methods of the group dev exist on development networks alone. */
export type DevOnlyData = {
  readonly type: 'dev_only'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The network. */
  readonly network: Network
}

/** A call with this key has been stored, and its parameters were others. Use a new key for a new call. */
export type IdempotencyConflictData = {
  readonly type: 'idempotency_conflict'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The chain has no such block, or not yet. */
export type BlockNotFoundData = {
  readonly type: 'block_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The height of a block; genesis is 0. */
  readonly height?: Height | undefined
  /** The id of a block: the hash of its header, lower-case hex. */
  readonly id?: BlockId | undefined
}

/** Neither the chain nor the waiting transactions have it. */
export type TransactionNotFoundData = {
  readonly type: 'transaction_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
  /** On a node that prunes: what became final below this height is not known here. */
  readonly earliestHeight?: Height | undefined
}

/** The chain has no such output, or not yet. */
export type OutputNotFoundData = {
  readonly type: 'output_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
  /** On a node that prunes: what became final below this height is not known here. */
  readonly earliestHeight?: Height | undefined
}

/** A rule of the network is broken; `rule` names it. */
export type InvalidTransactionData = {
  readonly type: 'invalid_transaction'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The rule, such as `invalid_proof`, `invalid_signature`, `unbalanced`, `invalid_shape`. */
  readonly rule: string
  /** For the rule `stake_refused`: the rule of staking, such as `last_validator`. */
  readonly stakeRule?: string | undefined
}

/** A coin the transaction spends does not exist, is spent, or is spent by another waiting transaction. */
export type InputSpentData = {
  readonly type: 'input_spent'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId?: OutputId | undefined
}

/** The node takes no more transactions until blocks have taken some. */
export type MempoolFullData = {
  readonly type: 'mempool_full'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The retention period is over and this node has dropped the payload. */
export type PayloadPrunedData = {
  readonly type: 'payload_pruned'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
}

/**
 * This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps headers and
 * certificates alone. An archive node has the rest.
 */
export type BlockPrunedData = {
  readonly type: 'block_pruned'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Of the first block that is missing. */
  readonly height: Height
  /** The lowest height from which on the node has every block. */
  readonly earliestHeight: Height
}

/** This node has no such account. */
export type AccountNotFoundData = {
  readonly type: 'account_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
}

/** The phrase or the view key belongs to an account this node has. */
export type AccountExistsData = {
  readonly type: 'account_exists'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Use that one. */
  readonly accountId: AccountId
  /** A name for people; the node gives it no meaning. */
  readonly name: AccountName
}

/** Unlock it with `account.unlock` first. */
export type AccountLockedData = {
  readonly type: 'account_locked'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
}

/** The passphrase does not open the key file, which is in order; or one is needed and none was given. */
export type WrongPassphraseData = {
  readonly type: 'wrong_passphrase'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/**
 * The key file cannot be read, whatever the passphrase. Remove the account and recover it from its phrase.
 */
export type KeyFileDamagedData = {
  readonly type: 'key_file_damaged'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
}

/** The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold. */
export type InvalidRecoveryPhraseData = {
  readonly type: 'invalid_recovery_phrase'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** What is wrong with it. */
  readonly reason: 'length' | 'word' | 'checksum'
  /** Which word is unknown, from 1. */
  readonly position?: number | undefined
}

/** The view key is malformed or of another network. */
export type InvalidViewKeyData = {
  readonly type: 'invalid_view_key'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** It was imported from a view key and has no spend key. */
export type ViewOnlyData = {
  readonly type: 'view_only'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an account: 8 bytes derived from its view key, the same after every recovery. */
  readonly accountId: AccountId
}

/**
 * The account cannot pay amount and fee. What is locked may come free as unfinished payments become final.
 */
export type InsufficientFundsData = {
  readonly type: 'insufficient_funds'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly available: Amount
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly locked: Amount
  /** With the fee. */
  readonly needed: Amount
  /** What of `needed` is fee. */
  readonly fee: Amount
}

/** The address is malformed: a typing error, or not an address of Stegos. */
export type InvalidAddressData = {
  readonly type: 'invalid_address'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The address is good, but for another network. */
export type WrongNetworkData = {
  readonly type: 'wrong_network'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The network. */
  readonly expected: Network
  /** The network. */
  readonly found: Network
}

/** Amounts and fees together exceed 64 bits. */
export type AmountTooLargeData = {
  readonly type: 'amount_too_large'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The accounts of this node have no such payment. */
export type PaymentNotFoundData = {
  readonly type: 'payment_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
}

/** It has been broadcast; only a payment that is still `created` can be taken back. */
export type NotCancellableData = {
  readonly type: 'not_cancellable'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
  /**
   * Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
   * network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
   * `cancelled`: taken back before it was broadcast.
   */
  readonly status: PaymentStatus
}

/** The account does not know the secret of this payment: it was received, not sent, or its record is gone. */
export type NotProvableData = {
  readonly type: 'not_provable'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
   * again after an account is recovered from its phrase; lower-case hex.
   */
  readonly paymentId: PaymentId
}

/** The account has fewer than two coins it could merge. */
export type NothingToConsolidateData = {
  readonly type: 'nothing_to_consolidate'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The message exceeds what may be sent. */
export type PayloadTooLargeData = {
  readonly type: 'payload_too_large'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Bytes that may be sent. */
  readonly limit: number
  /** Bytes there were. */
  readonly size?: number | undefined
}

/** The accounts of this node have no such message. */
export type MessageNotFoundData = {
  readonly type: 'message_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of a message: 16 random bytes its sender chose, which travel inside the payload. */
  readonly messageId: MessageId
}

/** The account cannot read the payload: it is not for it. */
export type NotForAccountData = {
  readonly type: 'not_for_account'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of an output, unique for all time, lower-case hex. */
  readonly outputId: OutputId
}

/** No validator with this key or id is registered. */
export type UnknownValidatorData = {
  readonly type: 'unknown_validator'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The key or id that was asked for. */
  readonly validator: Hex
}

/** The account has no stake of this id. */
export type UnknownStakeData = {
  readonly type: 'unknown_stake'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
}

/**
 * Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays, or of what
 * is taken out; `of` says which.
 */
export type BelowMinimumData = {
  readonly type: 'below_minimum'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly minimum: Amount
  /**
   * `deposit`: a deposit is at least that. `own_stake`: so is what an operator stakes itself. `rest`,
   * `own_rest`: so much has to stay, unless all is taken out. `withdrawal`: less is hardly worth the fee of
   * taking it out in the end.
   */
  readonly of: 'deposit' | 'own_stake' | 'rest' | 'own_rest' | 'withdrawal'
}

/** All of the stake is on its way out already. The wallet withdraws it when it is released. */
export type StakeLockedData = {
  readonly type: 'stake_locked'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
  /** An epoch; the first one has number 1. */
  readonly releaseEpoch: EpochNumber
  /** The height of a block; genesis is 0. */
  readonly releaseHeight: Height
}

/** Its validator contradicted itself; what is left may be taken out when the unbonding time is over. */
export type StakeFrozenData = {
  readonly type: 'stake_frozen'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
}

/** Try again when it is final. */
export type StakeBusyData = {
  readonly type: 'stake_busy'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
}

/** More was asked for than the stake is worth. */
export type InsufficientStakeData = {
  readonly type: 'insufficient_stake'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
  /**
   * An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
   * units.
   */
  readonly staked: Amount
}

/** All of it was taken out before. */
export type StakeWithdrawnData = {
  readonly type: 'stake_withdrawn'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /**
   * What names a stake of an account from its deposit to the end of its withdrawal, and again after the
   * account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
   * validator.
   */
  readonly stakeId: StakeId
}

/** The node has no validator key: name a validator. */
export type NoValidatorData = {
  readonly type: 'no_validator'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** It is leaving or frozen. */
export type ValidatorClosedData = {
  readonly type: 'validator_closed'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
  /**
   * `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
   * its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
   * itself.
   */
  readonly status: ValidatorStatus
}

/** The account is not the operator of this validator. */
export type NotOperatorData = {
  readonly type: 'not_operator'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** What names a validator for all time, whatever its key is; lower-case hex. */
  readonly validatorId: ValidatorId
}

/** The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks for. */
export type StakeRefusedData = {
  readonly type: 'stake_refused'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The rule, such as `commission_step` or `last_validator`. */
  readonly rule: string
  /** The rule in a sentence, with its numbers. */
  readonly explanation: string
  /** For `commission_step`: the most there may be next. */
  readonly limit?: BasisPoints | undefined
  /** For `commission_step`: what was asked for. */
  readonly asked?: BasisPoints | undefined
}

/** No award is drawn at present, or its draw has no seed yet: see stake.award. */
export type NoDrawData = {
  readonly type: 'no_draw'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** `open`: no draw is under way. `frozen`: one is, and its seed is not there yet. */
  readonly state: 'open' | 'frozen'
}

/**
 * The node has not worked out the delay of the draw. Ask again, or, where `proving` is false, start the node
 * with `--award-prover on`.
 */
export type ProofNotReadyData = {
  readonly type: 'proof_not_ready'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The award period of the draw. */
  readonly period: number
  /** Whether the node works it out. */
  readonly proving: boolean
  /** How far it has come; absent where it does not work it out. */
  readonly percent?: number | undefined
}

/** The proof is not one for the seed of the draw that waits. */
export type InvalidAwardProofData = {
  readonly type: 'invalid_award_proof'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The award period of the draw. */
  readonly period: number
}

/** Only one of the two can be in the chain. Try again when the other is final, or has been dropped. */
export type StakeClaimedData = {
  readonly type: 'stake_claimed'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of a transaction, lower-case hex. */
  readonly transactionId: TransactionId
}

/** No token was given, or one this node does not know. */
export type UnauthorizedData = {
  readonly type: 'unauthorized'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The token lacks the scope of the method. */
export type ScopeMissingData = {
  readonly type: 'scope_missing'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The scope that is needed. */
  readonly scope: string
}

/** Wait as long as `retryAfter` says. */
export type RateLimitedData = {
  readonly type: 'rate_limited'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Seconds to wait. */
  readonly retryAfter: number
}

/** The Host or the Origin of the request is not one this node serves (a guard against DNS rebinding). */
export type HostNotAllowedData = {
  readonly type: 'host_not_allowed'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The time the token was made for is over. Ask its maker for another one. */
export type TokenExpiredData = {
  readonly type: 'token_expired'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** A time, RFC 3339 in UTC with milliseconds. */
  readonly expiredAt: Timestamp
}

/** Somebody revoked the token, or the one it was made with. */
export type TokenRevokedData = {
  readonly type: 'token_revoked'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The token has the scope, but is narrowed to methods among which this one is not. */
export type MethodNotAllowedData = {
  readonly type: 'method_not_allowed'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The method that was called. */
  readonly method: string
}

/**
 * The token is narrowed to accounts. Either the account is not one of them, whether or not it exists, or the
 * method is about all accounts.
 */
export type AccountNotAllowedData = {
  readonly type: 'account_not_allowed'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The account that was named; absent for a method that is about all accounts. */
  readonly accountId?: AccountId | undefined
}

/**
 * Amount and fee are more than is left of what the token may move in this time. Nothing was made. Repeating
 * does not help before `freeAt`.
 */
export type OverBudgetData = {
  readonly type: 'over_budget'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** What the token may move in a period. */
  readonly budget: Amount
  /** Seconds of the period. */
  readonly period: number
  /** What is left of it now. */
  readonly left: Amount
  /** What the call would take, as far as it was known. */
  readonly needed: Amount
  /**
   * When as much as is needed is free again, if nothing else is spent; absent when it is more than the whole
   * budget.
   */
  readonly freeAt?: Timestamp | undefined
}

/**
 * The node has no token of that id. The owner's cannot be revoked: remove its file, and start the node anew.
 */
export type TokenNotFoundData = {
  readonly type: 'token_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`. */
  readonly tokenId: TokenId
}

/** The node keeps no more active tokens. Revoke some. */
export type TooManyTokensData = {
  readonly type: 'too_many_tokens'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Active tokens there may be. */
  readonly limit: number
}

/** The cursor is not one this node gave for this list or stream. */
export type InvalidCursorData = {
  readonly type: 'invalid_cursor'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** Events after the cursor are no longer kept. Read the lists and subscribe anew. */
export type CursorExpiredData = {
  readonly type: 'cursor_expired'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** Connect to /ws to subscribe. */
export type WebsocketRequiredData = {
  readonly type: 'websocket_required'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** The connection has as many subscriptions as it may. */
export type TooManySubscriptionsData = {
  readonly type: 'too_many_subscriptions'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Subscriptions a connection may have. */
  readonly limit: number
}

/** This connection has no such subscription. */
export type SubscriptionNotFoundData = {
  readonly type: 'subscription_not_found'
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The id that was given. */
  readonly subscription: string
}

/** Parameters of `rpc.discover`: The contract. */
export type RpcDiscoverParams = Record<string, never>

/** Parameters of `node.status`: State of the node. */
export type NodeStatusParams = Record<string, never>

/** Parameters of `node.peers`: Nodes it is connected to. */
export type NodePeersParams = {
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
}

/** Parameters of `node.version`: Versions. */
export type NodeVersionParams = Record<string, never>

/** Parameters of `chain.status`: Head of the chain. */
export type ChainStatusParams = Record<string, never>

/** Parameters of `chain.block`: One block. */
export type ChainBlockParams =
  | {
      /** Its height. */
      readonly height: Height
      readonly id?: never
    }
  | {
      /** Its id. */
      readonly id: BlockId
      readonly height?: never
    }

/** Parameters of `chain.blocks`: Blocks in order. */
export type ChainBlocksParams = {
  /** First height of the first page; ignored with a cursor. */
  readonly from?: Height | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `chain.transaction`: One transaction. */
export type ChainTransactionParams = {
  /** Its id. */
  readonly transactionId: TransactionId
  /** Whether to give its bytes, too. */
  readonly encoded?: boolean | undefined
}

/** Parameters of `chain.output`: One output. */
export type ChainOutputParams = {
  /** Its id. */
  readonly outputId: OutputId
  /** Whether to give the encrypted payload, too. */
  readonly payload?: boolean | undefined
}

/** Parameters of `chain.outputs`: Outputs in order of the chain. */
export type ChainOutputsParams = {
  /** First height of the first page; ignored with a cursor. */
  readonly from?: Height | undefined
  /** Only those that are not spent. */
  readonly unspent?: boolean | undefined
  /** Whether to give the encrypted payloads, too. */
  readonly payload?: boolean | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
}

/** Parameters of `chain.supply`: How much money exists. */
export type ChainSupplyParams = Record<string, never>

/** Parameters of `chain.params`: Parameters of the network. */
export type ChainParamsParams = Record<string, never>

/** Parameters of `chain.fees`: What transactions cost. */
export type ChainFeesParams = Record<string, never>

/** Parameters of `chain.submit`: Hand on a transaction made elsewhere. */
export type ChainSubmitParams = {
  /** Its bytes. */
  readonly transaction: Hex
}

/** Parameters of `account.create`: Make an account. */
export type AccountCreateParams = {
  /** A name for people. */
  readonly name?: AccountName | undefined
  /** Encrypts the key file. */
  readonly passphrase?: Passphrase | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `account.recover`: Restore an account from its phrase. */
export type AccountRecoverParams = {
  /** The 24 words. */
  readonly recoveryPhrase: RecoveryPhrase
  /** A name for people. */
  readonly name?: AccountName | undefined
  /** Encrypts the key file. */
  readonly passphrase?: Passphrase | undefined
  /** Where to begin to read; genesis when absent. */
  readonly from?: Height | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `account.list`: Accounts on this node. */
export type AccountListParams = {
  /**
   * True for those the node keeps for itself instead: on a development network that of the faucet, which also
   * operates the validator. They can be used like any other, by their id.
   */
  readonly internal?: boolean | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
}

/** Parameters of `account.get`: One account. */
export type AccountGetParams = {
  /** The account. */
  readonly accountId: AccountId
}

/** Parameters of `account.unlock`: Unlock an account. */
export type AccountUnlockParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The passphrase. */
  readonly passphrase: Passphrase
}

/** Parameters of `account.lock`: Lock an account. */
export type AccountLockParams = {
  /** The account. */
  readonly accountId: AccountId
}

/** Parameters of `account.remove`: Remove an account from this node. */
export type AccountRemoveParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The passphrase, when one protects the account. */
  readonly passphrase?: Passphrase | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `account.changePassphrase`: Change, set or drop the passphrase. */
export type AccountChangePassphraseParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The passphrase so far, when there is one. */
  readonly passphrase?: Passphrase | undefined
  /** The new one. */
  readonly newPassphrase?: Passphrase | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `account.recoveryPhrase`: Show the recovery phrase again. */
export type AccountRecoveryPhraseParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The passphrase, when one protects the account. */
  readonly passphrase?: Passphrase | undefined
}

/** Parameters of `account.address`: A new address. */
export type AccountAddressParams = {
  /** The account. */
  readonly accountId: AccountId
  /** A name for people. */
  readonly label?: string | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `account.addresses`: Addresses of an account. */
export type AccountAddressesParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
}

/** Parameters of `account.balance`: What an account owns. */
export type AccountBalanceParams = {
  /** The account. */
  readonly accountId: AccountId
}

/** Parameters of `account.history`: What happened to an account. */
export type AccountHistoryParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `account.outputs`: Outputs of an account. */
export type AccountOutputsParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Only those that stand like this. */
  readonly status?: CoinStatus | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
}

/** Parameters of `account.viewKey`: The view key. */
export type AccountViewKeyParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The passphrase, when one protects the account. */
  readonly passphrase?: Passphrase | undefined
}

/** Parameters of `account.importViewKey`: Follow an account by its view key. */
export type AccountImportViewKeyParams = {
  /** The view key. */
  readonly viewKey: ViewKey
  /** A name for people. */
  readonly name?: AccountName | undefined
  /** Where to begin to read; genesis when absent. */
  readonly from?: Height | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `account.rescan`: Read the chain again for an account. */
export type AccountRescanParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Where to begin; genesis when absent. */
  readonly from?: Height | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `payment.send`: Pay. */
export type PaymentSendParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The receiver. */
  readonly to: Address
  /** How much; the fee comes on top. */
  readonly amount: PositiveAmount
  /** A message that travels with the payment. */
  readonly data?: Base64 | undefined
  /** Application tag of that message. */
  readonly app?: AppTag | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `payment.sendMany`: Pay several. */
export type PaymentSendManyParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The payments. */
  readonly payments: readonly PaymentRequest[]
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `payment.sendPublic`: Pay and get a receipt. */
export type PaymentSendPublicParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The receiver. */
  readonly to: Address
  /** How much; the fee comes on top. */
  readonly amount: PositiveAmount
  /** A message that travels with the payment. */
  readonly data?: Base64 | undefined
  /** Application tag of that message. */
  readonly app?: AppTag | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `payment.estimate`: What a payment would take. */
export type PaymentEstimateParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The receiver, to have the address checked. */
  readonly to?: Address | undefined
  /** How much; 0 for a message. */
  readonly amount: Amount
  /** The data that would travel with it. */
  readonly data?: Base64 | undefined
}

/** Parameters of `payment.get`: One payment. */
export type PaymentGetParams = {
  /** Its id. */
  readonly paymentId: PaymentId
  /** The account whose record is wanted. */
  readonly accountId?: AccountId | undefined
}

/** Parameters of `payment.list`: Payments of an account. */
export type PaymentListParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Only those sent, or only those received. */
  readonly direction?: Direction | undefined
  /** Only those that stand like this. */
  readonly status?: PaymentStatus | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `payment.cancel`: Take back a payment. */
export type PaymentCancelParams = {
  /** Its id. */
  readonly paymentId: PaymentId
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `payment.prove`: A receipt for a payment. */
export type PaymentProveParams = {
  /** Its id. */
  readonly paymentId: PaymentId
  /** The account that sent it. */
  readonly accountId?: AccountId | undefined
  /** What whoever asks for the receipt chose. The receipt is worth nothing under another. */
  readonly challenge?: Challenge | undefined
}

/** Parameters of `payment.verifyProof`: Check a receipt. */
export type PaymentVerifyProofParams = {
  /** The receipt. */
  readonly proof: Proof
  /** The challenge that the receipt was asked for with. */
  readonly challenge?: Challenge | undefined
}

/** Parameters of `payment.consolidate`: Merge small coins. */
export type PaymentConsolidateParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `message.send`: Send data. */
export type MessageSendParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The receiver. */
  readonly to: Address
  /** The body. */
  readonly body: Base64
  /** Application tag. */
  readonly app?: AppTag | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `message.get`: One message. */
export type MessageGetParams = {
  /** Its id. */
  readonly messageId: MessageId
  /** The account whose record is wanted. */
  readonly accountId?: AccountId | undefined
}

/** Parameters of `message.list`: Messages of an account. */
export type MessageListParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Only those with this application tag. */
  readonly app?: AppTag | undefined
  /** `in` when absent. */
  readonly direction?: Direction | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `message.status`: Where a message stands. */
export type MessageStatusParams = {
  /** Its id. */
  readonly messageId: MessageId
  /** The account whose record is wanted. */
  readonly accountId?: AccountId | undefined
}

/** Parameters of `message.decode`: Read the payload of one output. */
export type MessageDecodeParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The output. */
  readonly outputId: OutputId
}

/** Parameters of `stake.deposit`: Stake. */
export type StakeDepositParams = {
  /** The account. */
  readonly accountId: AccountId
  /** How much; the fee comes on top. */
  readonly amount: PositiveAmount
  /** The validator. Absent: this node's own. */
  readonly validatorKey?: ValidatorKey | undefined
  /**
   * Share of what others' stake earns that the operator keeps, for a validator that is registered by this;
   * 1000 when absent.
   */
  readonly commission?: BasisPoints | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `stake.withdraw`: Take stake out. */
export type StakeWithdrawParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The stake. */
  readonly stakeId: StakeId
  /** How much of it. Absent: all. */
  readonly amount?: PositiveAmount | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `stake.configure`: Set a commission. */
export type StakeConfigureParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The validator. Absent: this node's own. */
  readonly validatorKey?: ValidatorKey | undefined
  /** The commission to come. */
  readonly commission: BasisPoints
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `stake.rotate`: Change the validator key. */
export type StakeRotateParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `stake.resume`: End a suspension. */
export type StakeResumeParams = {
  /** The account. */
  readonly accountId: AccountId
  /** The validator. Absent: this node's own. */
  readonly validatorKey?: ValidatorKey | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `stake.get`: One stake. */
export type StakeGetParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Its id. */
  readonly stakeId: StakeId
}

/** Parameters of `stake.list`: Stakes of an account. */
export type StakeListParams = {
  /** The account. */
  readonly accountId: AccountId
  /** Only those that stand like this. */
  readonly status?: StakeStatus | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `stake.validators`: Validators. */
export type StakeValidatorsParams = {
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `stake.validator`: One validator. */
export type StakeValidatorParams =
  | {
      /** Its id. */
      readonly validatorId: ValidatorId
      readonly validatorKey?: never
    }
  | {
      /** A key of it. */
      readonly validatorKey: ValidatorKey
      readonly validatorId?: never
    }

/** Parameters of `stake.epoch`: The present epoch. */
export type StakeEpochParams = Record<string, never>

/** Parameters of `stake.params`: The numbers of staking. */
export type StakeParamsParams = Record<string, never>

/** Parameters of `stake.rewards`: What epochs paid. */
export type StakeRewardsParams = {
  /** Only what it was paid. */
  readonly validatorId?: ValidatorId | undefined
  /**
   * Only what validators were paid that the account operates, or has or had stake with; with what of it is
   * the account's as `earned`.
   */
  readonly accountId?: AccountId | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `stake.award`: The award to come. */
export type StakeAwardParams = Record<string, never>

/** Parameters of `stake.awards`: Awards that are over. */
export type StakeAwardsParams = {
  /** Only that of this period. */
  readonly period?: number | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `stake.awardProof`: What ties the awards that are over to a block. */
export type StakeAwardProofParams = Record<string, never>

/** Parameters of `stake.proveAward`: Post the proof that ends an award's draw. */
export type StakeProveAwardParams = {
  /** The account: it pays the fee, and the bounty is for it. */
  readonly accountId: AccountId
  /** The proof, from another machine. Absent: the one that this node has worked out. */
  readonly proof?: DelayProof | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `stake.slashings`: Stake that was burnt. */
export type StakeSlashingsParams = {
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first when absent. A cursor is good for the order it came from. */
  readonly order?: Order | undefined
}

/** Parameters of `subscribe`: Follow events. */
export type SubscribeParams = {
  /** What to tell about. `stake.*` stands for all topics of the group, also those of later versions. */
  readonly topics: readonly TopicPattern[]
  /** Tell only of this account. Events of the chain have no account and come all the same. */
  readonly accountId?: AccountId | undefined
  /** `genesis` for everything the node remembers, `now` for what comes (the default), or a cursor. */
  readonly from?: string | undefined
}

/** Parameters of `unsubscribe`: Stop following. */
export type UnsubscribeParams = {
  /** Its id. */
  readonly subscription: string
}

/** Parameters of `token.create`: Make a token. */
export type TokenCreateParams = {
  /** For people. */
  readonly name: TokenName
  /** What it is for. The caller's token must have all of them. */
  readonly scopes: readonly Scope[]
  /** The only methods it may call, beside `node.version`. Absent: all that its scopes allow. */
  readonly methods?: readonly MethodPattern[] | undefined
  /** The only accounts it may know of, which are on the node. Absent: all, also those made later. */
  readonly accounts?: readonly AccountId[] | undefined
  /** What it may move out of accounts at most. */
  readonly budget?: TokenBudget | undefined
  /** Calls a second it may make, on average. */
  readonly rate?: number | undefined
  /** When it ends, if it is not revoked before. */
  readonly expiresAt?: Timestamp | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `token.list`: Tokens. */
export type TokenListParams = {
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
}

/** Parameters of `token.revoke`: End a token. */
export type TokenRevokeParams = {
  /** The token. */
  readonly tokenId: TokenId
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `token.audit`: Who did what. */
export type TokenAuditParams = {
  /** Only those made with this token. */
  readonly tokenId?: TokenId | undefined
  /** Goes on after the page that gave it as `next`. Absent: from the beginning. */
  readonly cursor?: Cursor | undefined
  /** Items at most; 100 when absent. */
  readonly limit?: Limit | undefined
  /** `oldest` first (the default), or `newest` first. */
  readonly order?: Order | undefined
}

/** Parameters of `dev.faucet`: Free coins. */
export type DevFaucetParams = {
  /** Who gets them. */
  readonly address: Address
  /** 100 STG when absent. */
  readonly amount?: PositiveAmount | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `dev.mine`: Make blocks now. */
export type DevMineParams = {
  /** How many; 1 when absent. */
  readonly blocks?: number | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Parameters of `dev.time`: Read or advance the clock. */
export type DevTimeParams = {
  /** Seconds to put it forward; 0 when absent. */
  readonly advance?: number | undefined
  /** Makes it safe to repeat the call. */
  readonly idempotencyKey?: IdempotencyKey | undefined
}

/** Every method of the contract. */
export type Methods = {
  /** The contract. Returns the OpenRPC document this node serves, the same as `GET /openrpc.json`. */
  'rpc.discover': { params: RpcDiscoverParams; result: ContractDocument }
  /**
   * State of the node. Answers at any time, also while the node starts, follows the chain or proves, and says
   * what it is doing.
   */
  'node.status': { params: NodeStatusParams; result: NodeStatus }
  /**
   * Nodes it is connected to. A node on its own, such as a development network, has none. Errors of its own:
   * invalid_cursor.
   */
  'node.peers': { params: NodePeersParams; result: PeerPage }
  /** Versions. Versions of the software, of the contract and of what it runs on. */
  'node.version': { params: NodeVersionParams; result: NodeVersion }
  /**
   * Head of the chain. The last final block, the size of the unspent set and the transactions that wait.
   * Errors of its own: not_ready.
   */
  'chain.status': { params: ChainStatusParams; result: ChainStatus }
  /**
   * One block. By height or by id; exactly one of the two. A block a node tells about is final: it never
   * changes. Errors of its own: block_not_found, block_pruned, not_ready.
   */
  'chain.block': { params: ChainBlockParams; result: Block }
  /**
   * Blocks in order. Walks along the chain. To follow it from there on, subscribe to `chain.block`. Errors of
   * its own: invalid_cursor, block_pruned, not_ready.
   */
  'chain.blocks': { params: ChainBlocksParams; result: BlockPage }
  /**
   * One transaction. From the chain or from those that wait in public. One that a node was handed a moment
   * ago may not be public yet. Errors of its own: transaction_not_found, not_ready.
   */
  'chain.transaction': { params: ChainTransactionParams; result: Transaction }
  /**
   * One output. What everybody sees of an output. Only its receiver can tell what it holds. Errors of its
   * own: output_not_found, not_ready.
   */
  'chain.output': { params: ChainOutputParams; result: Output }
  /**
   * Outputs in order of the chain. For wallets that scan by themselves. Asking for all of them tells nobody
   * which ones are yours. Errors of its own: invalid_cursor, block_pruned, not_ready.
   */
  'chain.outputs': { params: ChainOutputsParams; result: OutputPage }
  /**
   * How much money exists. With what is needed to check it: the commitments of all unspent outputs sum to
   * `circulating`·B + `blinding`·B_blinding, and each mint opens its commitment. Errors of its own:
   * not_ready.
   */
  'chain.supply': { params: ChainSupplyParams; result: Supply }
  /** Parameters of the network. Every node of a network agrees on them. Errors of its own: not_ready. */
  'chain.params': { params: ChainParamsParams; result: ChainParams }
  /**
   * What transactions cost. The fee depends on the number of inputs and outputs alone, so that it tells
   * nothing. Errors of its own: not_ready.
   */
  'chain.fees': { params: ChainFeesParams; result: Fees }
  /**
   * Hand on a transaction made elsewhere. Checks it completely, keeps it and hands it on. One that the node
   * has already is answered the same way, so repeating is safe without a key. A node with neighbours hands it
   * to one of them first, so that nobody can tell where it comes from: until it is public, which takes
   * seconds, `chain.transaction` does not find it. Errors of its own: invalid_transaction, input_spent,
   * stake_claimed, mempool_full, not_ready.
   */
  'chain.submit': { params: ChainSubmitParams; result: SubmittedTransaction }
  /**
   * Make an account. Returns the recovery phrase this once. With a passphrase the key file is encrypted; the
   * account starts unlocked either way. Errors of its own: not_ready, idempotency_conflict.
   */
  'account.create': { params: AccountCreateParams; result: AccountCreated }
  /**
   * Restore an account from its phrase. Balance, history and messages come back as the chain is read again;
   * `account.get` tells how far it is. Give the height the account was made at, if you know it, to save time.
   * Errors of its own: invalid_recovery_phrase, account_exists, block_pruned, not_ready,
   * idempotency_conflict.
   */
  'account.recover': { params: AccountRecoverParams; result: AccountRecovered }
  /**
   * Accounts on this node. In the order they came to this node. Errors of its own: invalid_cursor, not_ready.
   */
  'account.list': { params: AccountListParams; result: AccountPage }
  /**
   * One account. Whether it is locked, and how far the chain has been read for it. Errors of its own:
   * account_not_found, not_ready.
   */
  'account.get': { params: AccountGetParams; result: Account }
  /**
   * Unlock an account. Decrypts the spend key and keeps it in memory until `account.lock` or until the node
   * stops. Changes nothing for an account without a passphrase, or one that is unlocked. Errors of its own:
   * account_not_found, wrong_passphrase, key_file_damaged, view_only, not_ready.
   */
  'account.unlock': { params: AccountUnlockParams; result: Account }
  /**
   * Lock an account. Forgets the spend key. Payments that are created are still broadcast, for they are
   * signed; deposits and messages are followed. An account without a passphrase stays as it is. Errors of its
   * own: account_not_found, not_ready.
   */
  'account.lock': { params: AccountLockParams; result: Account }
  /**
   * Remove an account from this node. Deletes its keys and all that is known of it. The phrase brings it
   * back; without the phrase its money is lost. Errors of its own: account_not_found, wrong_passphrase,
   * not_ready, idempotency_conflict.
   */
  'account.remove': { params: AccountRemoveParams; result: AccountRemoved }
  /**
   * Change, set or drop the passphrase. Without `newPassphrase` the key file is no longer encrypted. The
   * account is unlocked afterwards. Errors of its own: account_not_found, wrong_passphrase, key_file_damaged,
   * view_only, not_ready, idempotency_conflict.
   */
  'account.changePassphrase': { params: AccountChangePassphraseParams; result: Account }
  /**
   * Show the recovery phrase again. Needs the passphrase when one protects the account, also while it is
   * unlocked. Errors of its own: account_not_found, wrong_passphrase, key_file_damaged, view_only, not_ready.
   */
  'account.recoveryPhrase': { params: AccountRecoveryPhraseParams; result: AccountPhrase }
  /**
   * A new address. Makes the next subaddress. Addresses are free, and nobody can link two of them: give each
   * customer one of his own. Needs no more than `read`, since nothing can be lost by it. Errors of its own:
   * account_not_found, not_ready, idempotency_conflict.
   */
  'account.address': { params: AccountAddressParams; result: AccountAddress }
  /**
   * Addresses of an account. The main address first, then in the order they were made. Errors of its own:
   * account_not_found, invalid_cursor, not_ready.
   */
  'account.addresses': { params: AccountAddressesParams; result: AddressPage }
  /**
   * What an account owns. As of the block the account has been read up to. Errors of its own:
   * account_not_found, not_ready.
   */
  'account.balance': { params: AccountBalanceParams; result: Balance }
  /**
   * What happened to an account. Everything final, in the order of the chain. Keep `next` and pass it later
   * to get only what is new. Errors of its own: account_not_found, invalid_cursor, not_ready.
   */
  'account.history': { params: AccountHistoryParams; result: HistoryPage }
  /**
   * Outputs of an account. The coins behind the balance, in the order they came. Errors of its own:
   * account_not_found, invalid_cursor, not_ready.
   */
  'account.outputs': { params: AccountOutputsParams; result: CoinPage }
  /**
   * The view key. Lets another node follow the account without being able to spend. Whoever has it sees
   * everything, for ever. Errors of its own: account_not_found, wrong_passphrase, not_ready.
   */
  'account.viewKey': { params: AccountViewKeyParams; result: AccountViewKey }
  /**
   * Follow an account by its view key. The account can view and cannot spend. Errors of its own:
   * invalid_view_key, wrong_network, account_exists, block_pruned, not_ready, idempotency_conflict.
   */
  'account.importViewKey': { params: AccountImportViewKeyParams; result: Account }
  /**
   * Read the chain again for an account. Reads the chain again from that height and adds what was missed;
   * what is known stays, and nothing is told twice. Returns at once; `account.get` tells how far it is.
   * Errors of its own: account_not_found, block_pruned, not_ready, idempotency_conflict.
   */
  'account.rescan': { params: AccountRescanParams; result: Account }
  /**
   * Pay. Returns as soon as the payment is stored and handed on, and tells what was stored: `created`.
   * `payment.status` events carry it on to `final` or `rejected`. With `data` a message travels with the
   * money. Errors of its own: account_not_found, account_locked, view_only, insufficient_funds, mempool_full,
   * invalid_address, wrong_network, amount_too_large, payload_too_large, not_ready, idempotency_conflict,
   * over_budget.
   */
  'payment.send': { params: PaymentSendParams; result: PaymentSent }
  /**
   * Pay several. Queues ordinary payments, all or none; each is its own transaction, so that nobody sees they
   * belong together. Those that wait for coins to come free are `created` until then. Errors of its own:
   * account_not_found, account_locked, view_only, insufficient_funds, mempool_full, invalid_address,
   * wrong_network, amount_too_large, payload_too_large, not_ready, idempotency_conflict, over_budget.
   */
  'payment.sendMany': { params: PaymentSendManyParams; result: PaymentsSent }
  /**
   * Pay and get a receipt. An ordinary payment, and at once the receipt that `payment.prove` would make. On
   * the chain it looks like any other. Errors of its own: account_not_found, account_locked, view_only,
   * insufficient_funds, mempool_full, invalid_address, wrong_network, amount_too_large, payload_too_large,
   * not_ready, idempotency_conflict, over_budget.
   */
  'payment.sendPublic': { params: PaymentSendPublicParams; result: PublicPaymentSent }
  /**
   * What a payment would take. Fee, transactions and coins, without making anything. Errors of its own:
   * account_not_found, invalid_address, wrong_network, amount_too_large, payload_too_large, not_ready.
   */
  'payment.estimate': { params: PaymentEstimateParams; result: PaymentEstimate }
  /**
   * One payment. As the sender knows it when the sender is on this node, otherwise as the receiver does; name
   * the account to choose. Errors of its own: payment_not_found, account_not_found, not_ready.
   */
  'payment.get': { params: PaymentGetParams; result: Payment }
  /**
   * Payments of an account. Also those that are not final yet. In the order they were made on this node or
   * came to it. Errors of its own: account_not_found, invalid_cursor, not_ready.
   */
  'payment.list': { params: PaymentListParams; result: PaymentPage }
  /**
   * Take back a payment. Possible as long as it is `created`. Of several payments that build on each other,
   * later ones are cancelled with it. Errors of its own: payment_not_found, not_cancellable, not_ready,
   * idempotency_conflict.
   */
  'payment.cancel': { params: PaymentCancelParams; result: Payment }
  /**
   * A receipt for a payment. Shows anybody whom the payment went to and how much it was. Only the sender can
   * make it: it is signed with the key of a coin the payment spent. Errors of its own: payment_not_found,
   * account_not_found, account_locked, view_only, not_provable, not_ready.
   */
  'payment.prove': { params: PaymentProveParams; result: PaymentProof }
  /** Check a receipt. Needs no account: the chain is enough. Errors of its own: not_ready. */
  'payment.verifyProof': { params: PaymentVerifyProofParams; result: PaymentProofCheck }
  /**
   * Merge small coins. One transaction from the account to itself that merges its smallest coins, up to 16.
   * Repeat while `remaining` is too large. Errors of its own: account_not_found, account_locked, view_only,
   * insufficient_funds, mempool_full, nothing_to_consolidate, not_ready, idempotency_conflict, over_budget.
   */
  'payment.consolidate': { params: PaymentConsolidateParams; result: Consolidation }
  /**
   * Send data. A message is a payment of zero: from outside nothing tells them apart. A long body is split
   * over several transactions and joined again by the receiver. Returns as soon as it is stored, and tells
   * what was stored: `created`; `message.status` events carry it on. All parts and fees are covered, or
   * nothing is sent. Errors of its own: account_not_found, account_locked, view_only, insufficient_funds,
   * mempool_full, invalid_address, wrong_network, payload_too_large, not_ready, idempotency_conflict,
   * over_budget.
   */
  'message.send': { params: MessageSendParams; result: MessageSent }
  /**
   * One message. As the sender knows it when the sender is on this node, otherwise as the receiver does; name
   * the account to choose. Errors of its own: message_not_found, account_not_found, not_ready.
   */
  'message.get': { params: MessageGetParams; result: Message }
  /**
   * Messages of an account. Received and complete ones, in the order they were completed, or with `direction`
   * "out" those sent. Reading deletes nothing: keep `next` and pass it later to get only what is new. Errors
   * of its own: account_not_found, invalid_cursor, not_ready.
   */
  'message.list': { params: MessageListParams; result: MessagePage }
  /**
   * Where a message stands. The states and what may follow each are in `MessageState`. Errors of its own:
   * message_not_found, account_not_found, not_ready.
   */
  'message.status': { params: MessageStatusParams; result: MessageStatus }
  /**
   * Read the payload of one output. For an output that belongs to the account. Errors of its own:
   * account_not_found, output_not_found, not_for_account, payload_pruned, not_ready.
   */
  'message.decode': { params: MessageDecodeParams; result: DecodedPayload }
  /**
   * Stake. Stakes with a validator: the one that votes with `validatorKey`, or this node's own. An account
   * that operates the validator adds to its own stake in it. When this node's own validator is not registered
   * yet, the deposit registers it, with the account as its operator: that takes `minStake` of `stake.params`.
   * So it does, with a new key, for an operator that has taken all of its own stake out, and for anybody when
   * the validator is gone. Returns as soon as it is stored and handed on; `stake.status` events carry it on.
   * The money earns from the next epoch on. Every deposit has a key of its own that only the account can tell
   * is its, and that its phrase restores. Errors of its own: account_not_found, account_locked, view_only,
   * insufficient_funds, mempool_full, unknown_validator, no_validator, validator_closed, below_minimum,
   * stake_busy, stake_refused, amount_too_large, not_ready, idempotency_conflict, over_budget.
   */
  'stake.deposit': { params: StakeDepositParams; result: StakeSent }
  /**
   * Take stake out. Begins to take a stake out, or a part of it. It is released when the unbonding time is
   * over (at once where it never counted), and the wallet withdraws it then by itself. For an `award`, and
   * for what is released, it withdraws at once. Errors of its own: account_not_found, account_locked,
   * view_only, insufficient_funds, mempool_full, unknown_stake, below_minimum, stake_locked, stake_frozen,
   * stake_busy, insufficient_stake, stake_withdrawn, stake_refused, not_ready, idempotency_conflict,
   * over_budget.
   */
  'stake.withdraw': { params: StakeWithdrawParams; result: StakeSent }
  /**
   * Set a commission. For operators. A rise is at most `commissionStep` a change and holds after
   * `commissionNotice` whole epochs; a cut holds from the next epoch on. Errors of its own:
   * account_not_found, account_locked, view_only, insufficient_funds, mempool_full, unknown_validator,
   * no_validator, not_operator, stake_busy, stake_refused, not_ready, idempotency_conflict, over_budget.
   */
  'stake.configure': { params: StakeConfigureParams; result: StakeSent }
  /**
   * Change the validator key. For operators, on the node that runs the validator. The node makes a new key,
   * stores it, and votes with it from the next epoch on; until then with the present one, whose votes the
   * validator still answers for afterwards. One change at a time: before the next epoch another is refused
   * with `stake_refused` and the rule `rotating`. Copies of the key file have to be made anew. Errors of its
   * own: account_not_found, account_locked, view_only, insufficient_funds, mempool_full, unknown_validator,
   * no_validator, not_operator, stake_busy, stake_refused, not_ready, idempotency_conflict, over_budget.
   */
  'stake.rotate': { params: StakeRotateParams; result: StakeSent }
  /**
   * End a suspension. For operators. A validator that was silent comes back into the set with the next epoch.
   * Errors of its own: account_not_found, account_locked, view_only, insufficient_funds, mempool_full,
   * unknown_validator, no_validator, not_operator, stake_busy, stake_refused, not_ready,
   * idempotency_conflict, over_budget.
   */
  'stake.resume': { params: StakeResumeParams; result: StakeSent }
  /** One stake. As it stands now. Errors of its own: account_not_found, unknown_stake, not_ready. */
  'stake.get': { params: StakeGetParams; result: Stake }
  /**
   * Stakes of an account. With prizes and bounties of the award that are the account's. In the order they
   * were made on this node or found on the chain. Errors of its own: account_not_found, invalid_cursor,
   * not_ready.
   */
  'stake.list': { params: StakeListParams; result: StakePage }
  /**
   * Validators. All that are registered, in the order of their ids. Errors of its own: invalid_cursor,
   * not_ready.
   */
  'stake.validators': { params: StakeValidatorsParams; result: ValidatorPage }
  /**
   * One validator. By its id, or by a key it votes with or ever voted with. Errors of its own:
   * unknown_validator, not_ready.
   */
  'stake.validator': { params: StakeValidatorParams; result: Validator }
  /** The present epoch. Its set, and how far it has come. Errors of its own: not_ready. */
  'stake.epoch': { params: StakeEpochParams; result: Epoch }
  /** The numbers of staking. Every node of the network agrees on them. Errors of its own: not_ready. */
  'stake.params': { params: StakeParamsParams; result: StakeParams }
  /**
   * What epochs paid. To validators and those who staked with them. It is added to the stake by itself.
   * Errors of its own: account_not_found, invalid_cursor, not_ready.
   */
  'stake.rewards': { params: StakeRewardsParams; result: StakeRewardPage }
  /**
   * The award to come. The pool, the next draw, and for every validator whether it may still win, and if not,
   * why. Errors of its own: not_ready.
   */
  'stake.award': { params: StakeAwardParams; result: Award }
  /**
   * Awards that are over. With everything it takes to check a draw again without trusting this node: `stegos
   * award verify` does. Errors of its own: invalid_cursor, not_ready.
   */
  'stake.awards': { params: StakeAwardsParams; result: AwardRecordPage }
  /**
   * What ties the awards that are over to a block. Everything that the state commitment of the last final
   * block is the hash of, and the block's certificate. Whoever trusts that block, or the validators that
   * signed it, knows with it that the chain of hashes over the records of `stake.awards` is the chain's, and
   * so every one of them. `stegos award proof` keeps it and `stegos award verify --proof` checks it, without
   * a node. Errors of its own: not_ready.
   */
  'stake.awardProof': { params: StakeAwardProofParams; result: AwardProof }
  /**
   * Post the proof that ends an award's draw. For anybody, validator or not: once a draw has its seed,
   * whoever has worked out its delay may post the proof, and gets the bounty, at most a tenth of the draw.
   * Without `proof` it is the one that this node has worked out, which takes hours on the main network; a
   * node that is started with `--award-prover on` begins as soon as the seed is there, and with the same seed
   * again after a restart. Until it is done the answer is `proof_not_ready`: ask again. Validators post
   * theirs in the blocks that they lead, so somebody else may be faster; then the operation is refused, and
   * costs nothing. `amount` is the bounty. Once the operation is final it is an entry of its own in
   * stake.list, with the `stakeId` of the answer, until stake.withdraw takes it. Errors of its own:
   * account_not_found, account_locked, view_only, insufficient_funds, mempool_full, no_draw, proof_not_ready,
   * invalid_award_proof, stake_busy, stake_refused, not_ready, idempotency_conflict, over_budget.
   */
  'stake.proveAward': { params: StakeProveAwardParams; result: StakeSent }
  /**
   * Stake that was burnt. Because a validator contradicted itself, or was silent while more than a third of
   * the weight was. Errors of its own: invalid_cursor, not_ready.
   */
  'stake.slashings': { params: StakeSlashingsParams; result: SlashingPage }
  /**
   * Follow events. Only over WebSocket. Events come as notifications of the method `event` with
   * `{subscription, cursor, topic, event}`: first those after `from`, then one `caught_up`, then live;
   * without a gap, without a double, in order. Keep the cursor of the last event you have dealt with and
   * subscribe from it after a break. If the node cannot go on it says so with a last notification, `stop`.
   * Errors of its own: account_not_found, invalid_cursor, cursor_expired, websocket_required,
   * too_many_subscriptions, not_ready.
   */
  'subscribe': { params: SubscribeParams; result: Subscribed }
  /**
   * Stop following. No event of the subscription follows the answer. Errors of its own:
   * subscription_not_found, websocket_required.
   */
  'unsubscribe': { params: UnsubscribeParams; result: Unsubscribed }
  /**
   * Make a token. Makes a token that may do less than the one it is made with: fewer scopes, some methods,
   * some accounts, so much money in a period, so many calls a second, until some time. It is shown this once;
   * the node keeps its hash. What narrows the token of the caller narrows the new one, too. Errors of its
   * own: scope_missing, account_not_found, too_many_tokens, not_ready, idempotency_conflict.
   */
  'token.create': { params: TokenCreateParams; result: TokenCreated }
  /**
   * Tokens. Those that were made, without their secrets, in the order they were made; those that are over as
   * well, for a while. Errors of its own: invalid_cursor, not_ready.
   */
  'token.list': { params: TokenListParams; result: TokenPage }
  /**
   * End a token. At once: when the answer is there, nothing more is done for the token or for those made with
   * it. Its open connections are told and closed. What it sent before stays sent. Errors of its own:
   * token_not_found, not_ready, idempotency_conflict.
   */
  'token.revoke': { params: TokenRevokeParams; result: Token }
  /**
   * Who did what. Calls that changed something, revealed a key, or were refused for lack of rights; not those
   * that only read. Kept for a time and up to a number that the operator of the node sets. Errors of its own:
   * invalid_cursor, not_ready.
   */
  'token.audit': { params: TokenAuditParams; result: AuditPage }
  /**
   * Free coins. Pays from the faucet of the development network. Errors of its own: dev_only,
   * invalid_address, wrong_network, insufficient_funds, not_ready, idempotency_conflict.
   */
  'dev.faucet': { params: DevFaucetParams; result: FaucetPayment }
  /**
   * Make blocks now. Returns when they are final. Errors of its own: dev_only, not_ready,
   * idempotency_conflict.
   */
  'dev.mine': { params: DevMineParams; result: Mined }
  /**
   * Read or advance the clock. The development network has a clock of its own, which can be put forward,
   * never back. Errors of its own: dev_only, not_ready, idempotency_conflict.
   */
  'dev.time': { params: DevTimeParams; result: DevTime }
}

export type MethodName = keyof Methods

/**
 * What repeating a method does: 'read' changes nothing, 'natural' leads to the same state, 'key' takes an
 * `idempotencyKey`, 'connection' concerns the connection alone.
 */
export const METHODS = {
  'rpc.discover': 'read',
  'node.status': 'read',
  'node.peers': 'read',
  'node.version': 'read',
  'chain.status': 'read',
  'chain.block': 'read',
  'chain.blocks': 'read',
  'chain.transaction': 'read',
  'chain.output': 'read',
  'chain.outputs': 'read',
  'chain.supply': 'read',
  'chain.params': 'read',
  'chain.fees': 'read',
  'chain.submit': 'natural',
  'account.create': 'key',
  'account.recover': 'key',
  'account.list': 'read',
  'account.get': 'read',
  'account.unlock': 'natural',
  'account.lock': 'natural',
  'account.remove': 'key',
  'account.changePassphrase': 'key',
  'account.recoveryPhrase': 'read',
  'account.address': 'key',
  'account.addresses': 'read',
  'account.balance': 'read',
  'account.history': 'read',
  'account.outputs': 'read',
  'account.viewKey': 'read',
  'account.importViewKey': 'key',
  'account.rescan': 'key',
  'payment.send': 'key',
  'payment.sendMany': 'key',
  'payment.sendPublic': 'key',
  'payment.estimate': 'read',
  'payment.get': 'read',
  'payment.list': 'read',
  'payment.cancel': 'key',
  'payment.prove': 'read',
  'payment.verifyProof': 'read',
  'payment.consolidate': 'key',
  'message.send': 'key',
  'message.get': 'read',
  'message.list': 'read',
  'message.status': 'read',
  'message.decode': 'read',
  'stake.deposit': 'key',
  'stake.withdraw': 'key',
  'stake.configure': 'key',
  'stake.rotate': 'key',
  'stake.resume': 'key',
  'stake.get': 'read',
  'stake.list': 'read',
  'stake.validators': 'read',
  'stake.validator': 'read',
  'stake.epoch': 'read',
  'stake.params': 'read',
  'stake.rewards': 'read',
  'stake.award': 'read',
  'stake.awards': 'read',
  'stake.awardProof': 'read',
  'stake.proveAward': 'key',
  'stake.slashings': 'read',
  'subscribe': 'connection',
  'unsubscribe': 'connection',
  'token.create': 'key',
  'token.list': 'read',
  'token.revoke': 'key',
  'token.audit': 'read',
  'dev.faucet': 'key',
  'dev.mine': 'key',
  'dev.time': 'key',
} as const satisfies Record<MethodName, string>

/** Methods that are on their way out, with what to do about it. */
export const DEPRECATED: { readonly [Name in MethodName]?: string } = {}

/** What each topic tells. */
export type Events = {
  /** A block became final. */
  'chain.block': BlockEvent
  /** The node changed its state. */
  'chain.status': ChainStatusEvent
  /** The balance of an account changed. */
  'account.balance': Balance
  /** A payment was made, went on, or came in (`direction` "in"): what an exchange follows to see deposits. */
  'payment.status': Payment
  /** A message is complete. */
  'message.received': Message
  /** A message, sent or received, has a new state. */
  'message.status': MessageStatus
  /** A stake was made, went on, or changed its value at the end of an epoch. */
  'stake.status': Stake
  /** An epoch began. */
  'stake.epoch': EpochEvent
  /** Stake of a validator was burnt. */
  'stake.slashed': Slashing
  /** A validator was left out of the set because it was silent. */
  'stake.suspended': SuspendedEvent
  /** Pool and eligible of a draw are fixed. */
  'award.frozen': AwardDraw
  /** The seed of a draw is there. */
  'award.seeded': AwardDraw
  /** A draw is over: it was paid, or `outcome` says why not. */
  'award.paid': AwardRecord
}

/** What comes in the same notifications without being asked for. */
export type Markers = {
  /** Comes once, between replay and live. */
  'caught_up': CaughtUp
  /** The last notification of a subscription the node had to end. */
  'stop': Stop
}

/** The parameters of a notification `event`. */
export type EventNotification = {
  [Name in keyof (Events & Markers)]: {
    subscription: string
    cursor: Cursor
    topic: Name
    event: (Events & Markers)[Name]
  }
}[keyof (Events & Markers)]

/** What travels in `error.data`, by symbol. */
export type ErrorData = {
  /** The body or the message is not valid JSON. */
  parse_error: ParseErrorData
  /**
   * Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string, `params` an
   * object, `id` a string, a number within 2^53 of zero or null.
   */
  invalid_request: InvalidRequestData
  /** The contract has no method of that name. */
  unknown_method: UnknownMethodData
  /** Parameters are missing, unknown or ill-formed. */
  invalid_params: InvalidParamsData
  /** A fault of the node. It is in its log under the reference. */
  internal_error: InternalErrorData
  /** The node is starting, or is shutting down. `node.status` says what it is doing. */
  not_ready: NotReadyData
  /** The batch has more calls than the node takes; none was carried out. */
  batch_too_large: BatchTooLargeData
  /** The request has more bytes than the node takes. */
  body_too_large: BodyTooLargeData
  /**
   * The answers to a batch have reached the limit. This call was not carried out: ask again in another batch.
   */
  response_too_large: ResponseTooLargeData
  /** Methods of the group dev exist on development networks alone. */
  dev_only: DevOnlyData
  /** A call with this key has been stored, and its parameters were others. Use a new key for a new call. */
  idempotency_conflict: IdempotencyConflictData
  /** The chain has no such block, or not yet. */
  block_not_found: BlockNotFoundData
  /** Neither the chain nor the waiting transactions have it. */
  transaction_not_found: TransactionNotFoundData
  /** The chain has no such output, or not yet. */
  output_not_found: OutputNotFoundData
  /** A rule of the network is broken; `rule` names it. */
  invalid_transaction: InvalidTransactionData
  /** A coin the transaction spends does not exist, is spent, or is spent by another waiting transaction. */
  input_spent: InputSpentData
  /** The node takes no more transactions until blocks have taken some. */
  mempool_full: MempoolFullData
  /** The retention period is over and this node has dropped the payload. */
  payload_pruned: PayloadPrunedData
  /**
   * This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps headers and
   * certificates alone. An archive node has the rest.
   */
  block_pruned: BlockPrunedData
  /** This node has no such account. */
  account_not_found: AccountNotFoundData
  /** The phrase or the view key belongs to an account this node has. */
  account_exists: AccountExistsData
  /** Unlock it with `account.unlock` first. */
  account_locked: AccountLockedData
  /** The passphrase does not open the key file, which is in order; or one is needed and none was given. */
  wrong_passphrase: WrongPassphraseData
  /**
   * The key file cannot be read, whatever the passphrase. Remove the account and recover it from its phrase.
   */
  key_file_damaged: KeyFileDamagedData
  /** The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold. */
  invalid_recovery_phrase: InvalidRecoveryPhraseData
  /** The view key is malformed or of another network. */
  invalid_view_key: InvalidViewKeyData
  /** It was imported from a view key and has no spend key. */
  view_only: ViewOnlyData
  /**
   * The account cannot pay amount and fee. What is locked may come free as unfinished payments become final.
   */
  insufficient_funds: InsufficientFundsData
  /** The address is malformed: a typing error, or not an address of Stegos. */
  invalid_address: InvalidAddressData
  /** The address is good, but for another network. */
  wrong_network: WrongNetworkData
  /** Amounts and fees together exceed 64 bits. */
  amount_too_large: AmountTooLargeData
  /** The accounts of this node have no such payment. */
  payment_not_found: PaymentNotFoundData
  /** It has been broadcast; only a payment that is still `created` can be taken back. */
  not_cancellable: NotCancellableData
  /**
   * The account does not know the secret of this payment: it was received, not sent, or its record is gone.
   */
  not_provable: NotProvableData
  /** The account has fewer than two coins it could merge. */
  nothing_to_consolidate: NothingToConsolidateData
  /** The message exceeds what may be sent. */
  payload_too_large: PayloadTooLargeData
  /** The accounts of this node have no such message. */
  message_not_found: MessageNotFoundData
  /** The account cannot read the payload: it is not for it. */
  not_for_account: NotForAccountData
  /** No validator with this key or id is registered. */
  unknown_validator: UnknownValidatorData
  /** The account has no stake of this id. */
  unknown_stake: UnknownStakeData
  /**
   * Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays, or of what
   * is taken out; `of` says which.
   */
  below_minimum: BelowMinimumData
  /** All of the stake is on its way out already. The wallet withdraws it when it is released. */
  stake_locked: StakeLockedData
  /** Its validator contradicted itself; what is left may be taken out when the unbonding time is over. */
  stake_frozen: StakeFrozenData
  /** Try again when it is final. */
  stake_busy: StakeBusyData
  /** More was asked for than the stake is worth. */
  insufficient_stake: InsufficientStakeData
  /** The node has no validator key: name a validator. */
  no_validator: NoValidatorData
  /** It is leaving or frozen. */
  validator_closed: ValidatorClosedData
  /** The account is not the operator of this validator. */
  not_operator: NotOperatorData
  /** The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks for. */
  stake_refused: StakeRefusedData
  /** Only one of the two can be in the chain. Try again when the other is final, or has been dropped. */
  stake_claimed: StakeClaimedData
  /** All of it was taken out before. */
  stake_withdrawn: StakeWithdrawnData
  /** No award is drawn at present, or its draw has no seed yet: see stake.award. */
  no_draw: NoDrawData
  /**
   * The node has not worked out the delay of the draw. Ask again, or, where `proving` is false, start the
   * node with `--award-prover on`.
   */
  proof_not_ready: ProofNotReadyData
  /** The proof is not one for the seed of the draw that waits. */
  invalid_award_proof: InvalidAwardProofData
  /** No token was given, or one this node does not know. */
  unauthorized: UnauthorizedData
  /** The token lacks the scope of the method. */
  scope_missing: ScopeMissingData
  /** Wait as long as `retryAfter` says. */
  rate_limited: RateLimitedData
  /** The Host or the Origin of the request is not one this node serves (a guard against DNS rebinding). */
  host_not_allowed: HostNotAllowedData
  /** The time the token was made for is over. Ask its maker for another one. */
  token_expired: TokenExpiredData
  /** Somebody revoked the token, or the one it was made with. */
  token_revoked: TokenRevokedData
  /** The token has the scope, but is narrowed to methods among which this one is not. */
  method_not_allowed: MethodNotAllowedData
  /**
   * The token is narrowed to accounts. Either the account is not one of them, whether or not it exists, or
   * the method is about all accounts.
   */
  account_not_allowed: AccountNotAllowedData
  /**
   * Amount and fee are more than is left of what the token may move in this time. Nothing was made. Repeating
   * does not help before `freeAt`.
   */
  over_budget: OverBudgetData
  /**
   * The node has no token of that id. The owner's cannot be revoked: remove its file, and start the node
   * anew.
   */
  token_not_found: TokenNotFoundData
  /** The node keeps no more active tokens. Revoke some. */
  too_many_tokens: TooManyTokensData
  /** The cursor is not one this node gave for this list or stream. */
  invalid_cursor: InvalidCursorData
  /** Events after the cursor are no longer kept. Read the lists and subscribe anew. */
  cursor_expired: CursorExpiredData
  /** Connect to /ws to subscribe. */
  websocket_required: WebsocketRequiredData
  /** The connection has as many subscriptions as it may. */
  too_many_subscriptions: TooManySubscriptionsData
  /** This connection has no such subscription. */
  subscription_not_found: SubscriptionNotFoundData
}

export type ErrorSymbol = keyof ErrorData

/** The error table: numbers never change their meaning. */
export const ERRORS = {
  parse_error: { code: -32700, message: 'Not JSON', retryable: false },
  invalid_request: { code: -32600, message: 'Not a request', retryable: false },
  unknown_method: { code: -32601, message: 'Unknown method', retryable: false },
  invalid_params: { code: -32602, message: 'Invalid parameters', retryable: false },
  internal_error: { code: -32603, message: 'Internal error', retryable: false },
  not_ready: { code: -32000, message: 'The node cannot serve this yet', retryable: true },
  batch_too_large: { code: -32001, message: 'Too many calls in one batch', retryable: false },
  body_too_large: { code: -32002, message: 'Request too large', retryable: false },
  response_too_large: { code: -32003, message: 'Answers too large', retryable: false },
  dev_only: { code: -32004, message: 'Only on a development network', retryable: false },
  idempotency_conflict: { code: -32005, message: 'The idempotency key was used with other parameters', retryable: false },
  block_not_found: { code: 1000, message: 'No such block', retryable: false },
  transaction_not_found: { code: 1001, message: 'No such transaction', retryable: false },
  output_not_found: { code: 1002, message: 'No such output', retryable: false },
  invalid_transaction: { code: 1003, message: 'The network refuses this transaction', retryable: false },
  input_spent: { code: 1004, message: 'An input is spent or unknown', retryable: false },
  mempool_full: { code: 1005, message: 'Too many waiting transactions', retryable: true },
  payload_pruned: { code: 1006, message: 'The payload is no longer kept', retryable: false },
  block_pruned: { code: 1007, message: 'The block is no longer kept', retryable: false },
  account_not_found: { code: 1100, message: 'No such account', retryable: false },
  account_exists: { code: 1101, message: 'The account is on this node already', retryable: false },
  account_locked: { code: 1102, message: 'The account is locked', retryable: false },
  wrong_passphrase: { code: 1103, message: 'Wrong passphrase', retryable: false },
  key_file_damaged: { code: 1104, message: 'The key file is damaged', retryable: false },
  invalid_recovery_phrase: { code: 1105, message: 'Not a recovery phrase', retryable: false },
  invalid_view_key: { code: 1106, message: 'Not a view key', retryable: false },
  view_only: { code: 1107, message: 'The account can only view', retryable: false },
  insufficient_funds: { code: 1200, message: 'Not enough money', retryable: false },
  invalid_address: { code: 1201, message: 'Not an address', retryable: false },
  wrong_network: { code: 1202, message: 'An address of another network', retryable: false },
  amount_too_large: { code: 1203, message: 'The amount is too large', retryable: false },
  payment_not_found: { code: 1204, message: 'No such payment', retryable: false },
  not_cancellable: { code: 1205, message: 'The payment cannot be cancelled', retryable: false },
  not_provable: { code: 1206, message: 'No receipt can be made', retryable: false },
  nothing_to_consolidate: { code: 1207, message: 'Nothing to merge', retryable: false },
  payload_too_large: { code: 1300, message: 'The data is too large', retryable: false },
  message_not_found: { code: 1301, message: 'No such message', retryable: false },
  not_for_account: { code: 1302, message: 'The output does not belong to the account', retryable: false },
  unknown_validator: { code: 1400, message: 'No such validator', retryable: false },
  unknown_stake: { code: 1401, message: 'No such stake', retryable: false },
  below_minimum: { code: 1402, message: 'Below the minimum', retryable: false },
  stake_locked: { code: 1403, message: 'The stake is not released yet', retryable: true },
  stake_frozen: { code: 1404, message: 'The stake is frozen', retryable: true },
  stake_busy: { code: 1405, message: 'A transaction of this stake is under way', retryable: true },
  insufficient_stake: { code: 1406, message: 'Not so much is staked', retryable: false },
  no_validator: { code: 1407, message: 'This node has no validator', retryable: false },
  validator_closed: { code: 1408, message: 'The validator takes no stake', retryable: false },
  not_operator: { code: 1409, message: 'Not the operator', retryable: false },
  stake_refused: { code: 1410, message: 'A rule of staking refuses it', retryable: false },
  stake_claimed: { code: 1411, message: 'Another operation for the same waits', retryable: true },
  stake_withdrawn: { code: 1415, message: 'Nothing is left of the stake', retryable: false },
  no_draw: { code: 1416, message: 'No draw waits for a proof', retryable: true },
  proof_not_ready: { code: 1417, message: 'The proof is not worked out', retryable: true },
  invalid_award_proof: { code: 1418, message: 'Not the proof of this draw', retryable: false },
  unauthorized: { code: 1600, message: 'A valid token is needed', retryable: false },
  scope_missing: { code: 1601, message: 'The token does not allow this', retryable: false },
  rate_limited: { code: 1602, message: 'Too many calls', retryable: true },
  host_not_allowed: { code: 1603, message: 'Host or origin not allowed', retryable: false },
  token_expired: { code: 1604, message: 'The token has expired', retryable: false },
  token_revoked: { code: 1605, message: 'The token was revoked', retryable: false },
  method_not_allowed: { code: 1606, message: 'The token does not allow this method', retryable: false },
  account_not_allowed: { code: 1607, message: 'The token does not allow this account', retryable: false },
  over_budget: { code: 1608, message: 'The token\'s budget is used up', retryable: false },
  token_not_found: { code: 1609, message: 'No such token', retryable: false },
  too_many_tokens: { code: 1610, message: 'Too many tokens', retryable: false },
  invalid_cursor: { code: 1700, message: 'Not a cursor', retryable: false },
  cursor_expired: { code: 1701, message: 'The cursor has expired', retryable: false },
  websocket_required: { code: 1702, message: 'Subscriptions need a WebSocket', retryable: false },
  too_many_subscriptions: { code: 1703, message: 'Too many subscriptions', retryable: false },
  subscription_not_found: { code: 1704, message: 'No such subscription', retryable: false },
} as const satisfies Record<
  ErrorSymbol,
  { code: number; message: string; retryable: boolean }
>
