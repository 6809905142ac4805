// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// PositiveAmount: An amount in base units above zero, as a decimal string.
type PositiveAmount = Amount

// Height: The height of a block; genesis is 0.
type Height = int64

// Hash: 32 bytes, lower-case hex.
type Hash = string

// BlockID: The id of a block: the hash of its header, lower-case hex.
type BlockID = string

// TransactionID: The id of a transaction, lower-case hex.
type TransactionID = string

// OutputID: The id of an output, unique for all time, lower-case hex.
type OutputID = string

// PaymentID: The id of a payment, the same for sender and receiver, known before its transaction exists, and
// the same again after an account is recovered from its phrase; lower-case hex.
type PaymentID = string

// MessageID: The id of a message: 16 random bytes its sender chose, which travel inside the payload.
type MessageID = string

// AccountID: The id of an account: 8 bytes derived from its view key, the same after every recovery.
type AccountID = string

// Address: An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
// malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
type Address = string

// Base64: Bytes in base64 with padding (RFC 4648, section 4).
type Base64 = []byte

// Hex: Bytes, lower-case hex.
type Hex = string

// Cursor: A place in a list or a stream. Opaque: keep it, pass it back, do not look inside.
type Cursor = string

// Limit: How many items at most.
type Limit = int64

// Order: `oldest` first (so that `next` leads on to what comes later) or `newest` first.
type Order string

// What Order can be. A newer node may say others.
const (
	OrderOldest Order = "oldest"
	OrderNewest Order = "newest"
)

// IdempotencyKey: A key of the caller's choice, best a random UUID. The outcome of the first call with it is
// stored before anything leaves the node; later calls with the same key and the same parameters get that
// outcome again, also after a crash. Other parameters, or another method, under a used key are an
// `idempotency_conflict`. Outcomes are kept for 30 days, unless 100,000 later ones push them out.
type IdempotencyKey = string

// Passphrase: Encrypts the key file of an account.
type Passphrase string

// String hides it: what prints a value does not give it away. The text itself is string(v).
func (Passphrase) String() string { return hidden }

// GoString hides it, too.
func (Passphrase) GoString() string { return hidden }

// RecoveryPhrase: 24 words (BIP-39, English) from which everything in the account can be restored. Whoever
// has it has the money.
type RecoveryPhrase string

// String hides it: what prints a value does not give it away. The text itself is string(v).
func (RecoveryPhrase) String() string { return hidden }

// GoString hides it, too.
func (RecoveryPhrase) GoString() string { return hidden }

// AccountName: A name for people; the node gives it no meaning.
type AccountName = string

// AppTag: Names the application a message belongs to, at most 32 bytes of UTF-8 without control characters;
// empty for none. It travels encrypted.
type AppTag = string

// ViewKey: The view key of an account: finds and reads everything, spends nothing.
type ViewKey string

// String hides it: what prints a value does not give it away. The text itself is string(v).
func (ViewKey) String() string { return hidden }

// GoString hides it, too.
func (ViewKey) GoString() string { return hidden }

// Challenge: Words of the one who asks for a receipt, such as a name and a date, so that it cannot be shown
// to others as made for them.
type Challenge = string

// Proof: A receipt for one payment, which `payment.verifyProof` checks on any node.
type Proof = string

// Network: The network.
type Network string

// What Network can be. A newer node may say others.
const (
	NetworkMain Network = "main"
	NetworkTest Network = "test"
	NetworkDev  Network = "dev"
)

// ContractDocument: This document.
type ContractDocument = map[string]any

// NodeState: What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its
// head, or fetching the snapshot it begins with), `rescanning` (reading the chain again for an account),
// `ready`.
type NodeState string

// What NodeState can be. A newer node may say others.
const (
	NodeStateStarting   NodeState = "starting"
	NodeStateSyncing    NodeState = "syncing"
	NodeStateRescanning NodeState = "rescanning"
	NodeStateReady      NodeState = "ready"
)

// SyncProgress: Catching up with the network: headers and certificates are fetched and verified first, then
// the blocks.
type SyncProgress struct {
	// Height of the last block it had when it began.
	From Height `json:"from"`

	// Height of the last final block it has now.
	Height Height `json:"height"`

	// Height of the last header whose certificate it has verified.
	Headers Height `json:"headers"`

	// Height of the last block that a neighbour says it has. That is only believed as far as `headers` has come.
	Target Height `json:"target"`

	// Blocks checked and stored each second, over the last ten.
	BlocksPerSecond float64 `json:"blocksPerSecond"`

	// How many nodes are being asked for blocks.
	Peers int64 `json:"peers"`
}

// SnapshotProgress: Beginning with a snapshot instead of all blocks: headers and certificates are fetched and
// verified first, then the snapshot of one of these heights, in chunks.
type SnapshotProgress struct {
	// Height of the last header whose certificate it has verified.
	Headers Height `json:"headers"`

	// Height of the last block that a neighbour says it has. That is only believed as far as `headers` has come.
	Target Height `json:"target"`

	// Height of the snapshot that is being fetched; absent until the first part of one is there.
	Height *Height `json:"height,omitempty"`

	// How many chunks of it are stored.
	Done int64 `json:"done"`

	// How many chunks it has; 0 until the first is there.
	Chunks int64 `json:"chunks"`
}

// ContractVersion: Which contract the node serves.
type ContractVersion struct {
	// Version of the contract (`info.version`).
	Version string `json:"version"`

	// SHA-256 of the contract in canonical form (keys sorted, no white space).
	Hash Hash `json:"hash"`
}

// Limits: The limits of this node, each by name.
type Limits struct {
	// Bytes of one request body or WebSocket message.
	BodyBytes int64 `json:"bodyBytes"`

	// Calls in one batch.
	BatchCalls int64 `json:"batchCalls"`

	// Bytes of all answers to one batch; what does not fit is answered with `response_too_large`.
	BatchResponseBytes int64 `json:"batchResponseBytes"`

	// Calls a token may make per second, averaged.
	CallsPerSecond int64 `json:"callsPerSecond"`

	// Calls a token may make at once.
	CallsBurst int64 `json:"callsBurst"`

	// Calls of one connection that are worked on at a time; more wait unread.
	CallsInFlight int64 `json:"callsInFlight"`

	// Open connections, WebSockets among them.
	Connections int64 `json:"connections"`

	// Open subscriptions of one WebSocket connection.
	SubscriptionsPerConnection int64 `json:"subscriptionsPerConnection"`

	// Bytes of unread events the node keeps for one connection; the rest waits in its log.
	StreamBufferBytes int64 `json:"streamBufferBytes"`

	// Seconds a reader may leave that buffer full before its subscriptions stop with `slow_reader`.
	StreamStallSeconds int64 `json:"streamStallSeconds"`

	// Items of one page of a list.
	PageItems int64 `json:"pageItems"`

	// Bytes of the body of one message.
	MessageBodyBytes int64 `json:"messageBodyBytes"`

	// Payments in one `payment.sendMany`.
	PaymentsPerCall int64 `json:"paymentsPerCall"`
}

// NodeValidator: How the validator of a node stands.
type NodeValidator struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
	// its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
	// itself.
	Status ValidatorStatus `json:"status"`

	// Whether it is in the set of this epoch.
	InSet bool `json:"inSet"`

	// Why it would not be in the next set.
	Reason OutsideReason `json:"reason,omitempty"`

	// What its stake has lost since this node was started, by a leak or by slashing; absent for nothing.
	Lost *Amount `json:"lost,omitempty"`
}

// NodeStatus: The state of the node.
type NodeStatus struct {
	// The network.
	Network Network `json:"network"`

	// Height of the last final block the node has.
	Height Height `json:"height"`

	// Time of that block.
	FinalizedAt Timestamp `json:"finalizedAt"`

	// True while the node knows that it is behind.
	Syncing bool `json:"syncing"`

	// How far it has come; absent while it is not catching up.
	Sync *SyncProgress `json:"sync,omitempty"`

	// How far it has come with the snapshot that it begins with; absent otherwise.
	Snapshot *SnapshotProgress `json:"snapshot,omitempty"`

	// The validator that votes with a key of this node; absent on a node that has no such key, and while none of
	// its keys is registered.
	Validator *NodeValidator `json:"validator,omitempty"`

	// How many nodes it is connected to.
	Peers int64 `json:"peers"`

	// Which contract the node serves.
	Contract ContractVersion `json:"contract"`

	// The limits of this node, each by name.
	Limits Limits `json:"limits"`

	// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
	// fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
	State NodeState `json:"state"`

	// Version of the node software.
	Version string `json:"version"`

	// Id of the genesis block, which names the chain.
	Genesis BlockID `json:"genesis"`
}

// Peer: A node this node is connected to.
type Peer struct {
	// Identity of the peer on the network.
	PeerID string `json:"peerId"`

	// Where it was reached.
	Address string `json:"address"`

	// Who opened the connection.
	Direction string `json:"direction"`

	// A time, RFC 3339 in UTC with milliseconds.
	ConnectedAt Timestamp `json:"connectedAt"`

	// Last height it told.
	Height *Height `json:"height,omitempty"`
}

// PeerPage: A page of peers.
type PeerPage = Page[Peer]

// NodeVersion: Versions.
type NodeVersion struct {
	// Version of the node software.
	Version string `json:"version"`

	// Which contract the node serves.
	Contract ContractVersion `json:"contract"`

	// What it runs on, such as "node 24.21.0".
	Runtime string `json:"runtime"`
}

// MempoolStatus: Transactions that wait for a block.
type MempoolStatus struct {
	// How many.
	Transactions int64 `json:"transactions"`

	// Bytes together.
	Bytes int64 `json:"bytes"`
}

// ChainStatus: The head of the chain.
type ChainStatus struct {
	// The network.
	Network Network `json:"network"`

	// The id of a block: the hash of its header, lower-case hex.
	Genesis BlockID `json:"genesis"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// Id of the last final block.
	ID BlockID `json:"id"`

	// Time the leader wrote into it.
	Time Timestamp `json:"time"`

	// The lowest height from which on the node has every block: 0, unless it prunes or began with a snapshot.
	// Below there are headers and certificates alone, and genesis.
	EarliestHeight Height `json:"earliestHeight"`

	// Size of the unspent set.
	UnspentOutputs int64 `json:"unspentOutputs"`

	// Transactions that wait for a block.
	Mempool MempoolStatus `json:"mempool"`
}

// Certificate: The signatures that make a block final: one aggregate BLS signature of more than two thirds of
// the voting weight.
type Certificate struct {
	// Round of consensus.
	Round int64 `json:"round"`

	// Bit i of byte i/8, least significant first, stands for validator i; lower-case hex.
	Signers string `json:"signers"`

	// Validators that were claimed silent, in the same way: their votes count less, the less the later the
	// round. Absent where there are none. Whoever accepts large payments should wait while certificates have
	// this.
	Silent string `json:"silent,omitempty"`

	// BLS12-381 signature, 96 bytes, lower-case hex.
	Signature string `json:"signature"`
}

// Block: A final block.
type Block struct {
	// The id of a block: the hash of its header, lower-case hex.
	ID BlockID `json:"id"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// Time the leader wrote into it; ascends strictly along the chain.
	Time Timestamp `json:"time"`

	// BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis.
	Leader string `json:"leader"`

	// Its transactions in order.
	Transactions []TransactionID `json:"transactions"`

	// Id of the block before; zeros in genesis.
	Previous Hash `json:"previous"`

	// Round of consensus it was proposed in.
	Round int64 `json:"round"`

	// The leader's contribution to the beacon, 96 bytes, lower-case hex; zeros in genesis.
	Vrf string `json:"vrf"`

	// Merkle root over its transactions.
	TransactionRoot Hash `json:"transactionRoot"`

	// Merkle root over the ids of the outputs it makes.
	OutputRoot Hash `json:"outputRoot"`

	// Commits to the unspent set and the supply after the block.
	StateCommitment Hash `json:"stateCommitment"`

	// Hash of the validator set that decides on it.
	ValidatorSetHash Hash `json:"validatorSetHash"`

	// How many outputs it makes.
	Outputs int64 `json:"outputs"`

	// Its size on the wire.
	Bytes int64 `json:"bytes"`

	// What made this block final. Absent in genesis.
	Certificate *Certificate `json:"certificate,omitempty"`
}

// BlockPage: A page of blocks.
type BlockPage = Page[Block]

// TransactionStatus: `pending`: waits for a block. `final`: in a block, which never changes.
type TransactionStatus string

// What TransactionStatus can be. A newer node may say others.
const (
	TransactionStatusPending TransactionStatus = "pending"
	TransactionStatusFinal   TransactionStatus = "final"
)

// Transaction: A transaction as everybody sees it.
type Transaction struct {
	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// `pending`: waits for a block. `final`: in a block, which never changes.
	Status TransactionStatus `json:"status"`

	// Outputs it spends.
	Inputs []OutputID `json:"inputs"`

	// Outputs it makes.
	Outputs []OutputID `json:"outputs"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`

	// Its size on the wire.
	Bytes int64 `json:"bytes"`

	// Block that holds it, once final.
	BlockID BlockID `json:"blockId,omitempty"`

	// Height of that block.
	Height *Height `json:"height,omitempty"`

	// Time of that block.
	Time *Timestamp `json:"time,omitempty"`

	// Its place in that block.
	Position *int64 `json:"position,omitempty"`

	// Its bytes, when asked for.
	Encoded Hex `json:"encoded,omitempty"`

	// When it does something to stake.
	Operation OperationType `json:"operation,omitempty"`
}

// Output: An output as everybody sees it.
type Output struct {
	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`

	// Block that made it.
	Height Height `json:"height"`

	// Its place among the outputs of its transaction.
	Position int64 `json:"position"`

	// Whether a final block has spent it.
	Spent bool `json:"spent"`

	// One-time key P whose secret spends it.
	Key Hash `json:"key"`

	// Pedersen commitment C to the amount.
	Commitment Hash `json:"commitment"`

	// Ephemeral key R its receiver finds it by.
	Ephemeral Hash `json:"ephemeral"`

	// View tag, 3 bytes, lower-case hex.
	ViewTag string `json:"viewTag"`

	// Encrypted amount, 8 bytes, lower-case hex.
	EncryptedAmount string `json:"encryptedAmount"`

	// Encrypted anchor, 16 bytes, lower-case hex.
	EncryptedAnchor string `json:"encryptedAnchor"`

	// 32 bytes, lower-case hex.
	PayloadHash Hash `json:"payloadHash"`

	// True when this node no longer has the payload.
	PayloadPruned bool `json:"payloadPruned"`

	// Transaction that made it; absent for outputs of genesis.
	TransactionID TransactionID `json:"transactionId,omitempty"`

	// Transaction that spent it.
	SpentIn TransactionID `json:"spentIn,omitempty"`

	// The encrypted payload, 1,024 bytes, when asked for.
	Payload Base64 `json:"payload,omitempty"`
}

// OutputPage: A page of outputs.
type OutputPage = Page[Output]

// Mint: Money that was issued, with its opening, so that everybody can check the amount against the
// commitment.
type Mint struct {
	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`

	// Blinding of the commitment, a scalar.
	Blinding Hash `json:"blinding"`
}

// Supply: How much money exists, and what proves it: `commitments` = `circulating`·B + `blinding`·B_blinding,
// where `commitments` is the sum over all unspent outputs.
type Supply struct {
	// The block after which this holds.
	Height Height `json:"height"`

	// Issued since genesis and with it: coins, the first validators' stake, and rewards.
	Issued Amount `json:"issued"`

	// Burnt since genesis, by the rules of stake. Fees are not burnt: they are their leader's.
	Burnt Amount `json:"burnt"`

	// Issued less burnt and staked: what all coins are worth together.
	Circulating Amount `json:"circulating"`

	// Held by the stake: deposits, money on its way out, fees of this epoch and the award's pool.
	Staked Amount `json:"staked"`

	// The award's pool, part of `staked`.
	AwardPool Amount `json:"awardPool"`

	// Sum of the commitments of all unspent outputs, an encoded group element.
	Commitments Hash `json:"commitments"`

	// Sum of blindings that follows from the blocks, a scalar.
	Blinding Hash `json:"blinding"`

	// Size of the unspent set.
	UnspentOutputs int64 `json:"unspentOutputs"`

	// The first coins. Whatever else was issued is staked, or was until it was withdrawn.
	Mints []Mint `json:"mints"`
}

// ChainParams: Parameters every node of the network agrees on.
type ChainParams struct {
	// The network.
	Network Network `json:"network"`

	// The id of a block: the hash of its header, lower-case hex.
	Genesis BlockID `json:"genesis"`

	// Hash of everything the chain begins with: parameters, first validators, first coins. Votes, transactions
	// and award records are bound to it; it is not the id of the genesis block.
	ChainID Hash `json:"chainId"`

	// Human-readable prefix of addresses.
	AddressPrefix string `json:"addressPrefix"`

	// Base units in 1 STG.
	UnitsPerCoin Amount `json:"unitsPerCoin"`

	// Target time between blocks, milliseconds.
	BlockIntervalMs int64 `json:"blockIntervalMs"`

	// Transactions a block may carry.
	MaxBlockTransactions int64 `json:"maxBlockTransactions"`

	// How far a block's time may run ahead, milliseconds.
	MaxTimeDriftMs int64 `json:"maxTimeDriftMs"`

	// Blocks after which a node may drop a payload.
	PayloadRetentionBlocks int64 `json:"payloadRetentionBlocks"`

	// Bytes of every payload.
	PayloadBytes int64 `json:"payloadBytes"`

	// Inputs a transaction may have.
	MaxInputs int64 `json:"maxInputs"`

	// Numbers of outputs a transaction may have.
	OutputCounts []int64 `json:"outputCounts"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	FeePerInput Amount `json:"feePerInput"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	FeePerOutput Amount `json:"feePerOutput"`

	// For an operation on the stake.
	FeePerOperation Amount `json:"feePerOperation"`
}

// ShapeFee: A shape of transactions and its fee.
type ShapeFee struct {
	// Number of inputs.
	Inputs int64 `json:"inputs"`

	// Number of outputs.
	Outputs int64 `json:"outputs"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`
}

// Fees: What transactions cost: the fee depends on the number of inputs and outputs alone.
type Fees struct {
	// The shape of an ordinary payment or message.
	Ordinary ShapeFee `json:"ordinary"`

	// Every shape the network carries.
	Shapes []ShapeFee `json:"shapes"`
}

// SubmittedTransaction: A transaction the node has taken.
type SubmittedTransaction struct {
	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// `pending`: waits for a block. `final`: in a block, which never changes.
	Status TransactionStatus `json:"status"`
}

// AccountCreated: A new account.
type AccountCreated struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
	// one is answered with `invalid_address`, one of another network with `wrong_network`.
	Address Address `json:"address"`

	// Write it down: it is shown this once.
	RecoveryPhrase RecoveryPhrase `json:"recoveryPhrase"`
}

// AccountRecovered: An account restored from its phrase.
type AccountRecovered struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
	// one is answered with `invalid_address`, one of another network with `wrong_network`.
	Address Address `json:"address"`
}

// Account: An account on this node.
type Account struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// A name for people; the node gives it no meaning.
	Name AccountName `json:"name"`

	// Its main address.
	Address Address `json:"address"`

	// True while the spend key is encrypted. Deposits and messages are followed all the same.
	Locked bool `json:"locked"`

	// True for an account imported from a view key, which cannot spend.
	ViewOnly bool `json:"viewOnly"`

	// Whether a passphrase protects it.
	Passphrase bool `json:"passphrase"`

	// True while the chain is being read for it.
	Rescanning bool `json:"rescanning"`

	// How far the chain has been read for it: balance, history and messages are complete up to here.
	ScannedHeight Height `json:"scannedHeight"`

	// How far there is to read.
	TargetHeight Height `json:"targetHeight"`
}

// AccountPage: A page of accounts.
type AccountPage = Page[Account]

// AccountRemoved: The account that is gone from this node.
type AccountRemoved struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`
}

// AccountPhrase: The phrase of an account.
type AccountPhrase struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// 24 words (BIP-39, English) from which everything in the account can be restored. Whoever has it has the
	// money.
	RecoveryPhrase RecoveryPhrase `json:"recoveryPhrase"`
}

// AccountAddress: An address of an account. Nobody can link two of them without the view key.
type AccountAddress struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
	// one is answered with `invalid_address`, one of another network with `wrong_network`.
	Address Address `json:"address"`

	// 0 for the main address, then counting up.
	Index int64 `json:"index"`

	// A name for people.
	Label string `json:"label"`
}

// AddressPage: A page of addresses.
type AddressPage = Page[AccountAddress]

// Balance: What an account owns; total = available + pending + locked + staked.
type Balance struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// Can be spent now.
	Available Amount `json:"available"`

	// Comes with transactions that are broadcast and not yet final: payments to the account, and the change of
	// its own.
	Pending Amount `json:"pending"`

	// Held for payments and messages that are created and not yet broadcast.
	Locked Amount `json:"locked"`

	// Staked, and on its way there or out.
	Staked Amount `json:"staked"`

	// All of it.
	Total Amount `json:"total"`

	// The block up to which this holds.
	Height Height `json:"height"`
}

// HistoryType: `received`: money or a message came from somebody. `sent`: it went out. `self`: the account
// paid itself, or merged coins; only the fee is gone. `issued`: it came with genesis. `staked`: it was
// staked. `unstaked`: it came back from stake. `unbonded`: it began to leave stake, and is not there yet.
// `operated`: an operation on stake that moves nothing. For both only the fee is gone.
type HistoryType string

// What HistoryType can be. A newer node may say others.
const (
	HistoryTypeReceived HistoryType = "received"
	HistoryTypeSent     HistoryType = "sent"
	HistoryTypeSelf     HistoryType = "self"
	HistoryTypeIssued   HistoryType = "issued"
	HistoryTypeStaked   HistoryType = "staked"
	HistoryTypeUnbonded HistoryType = "unbonded"
	HistoryTypeUnstaked HistoryType = "unstaked"
	HistoryTypeOperated HistoryType = "operated"
)

// HistoryEntry: Something final that happened to an account. The phrase alone restores all of it.
type HistoryEntry struct {
	// `received`: money or a message came from somebody. `sent`: it went out. `self`: the account paid itself,
	// or merged coins; only the fee is gone. `issued`: it came with genesis. `staked`: it was staked.
	// `unstaked`: it came back from stake. `unbonded`: it began to leave stake, and is not there yet.
	// `operated`: an operation on stake that moves nothing. For both only the fee is gone.
	Type HistoryType `json:"type"`

	// Absent for what happened to stake.
	PaymentID PaymentID `json:"paymentId,omitempty"`

	// For `unbonded` what began to leave; zero where the account was restored after it had left.
	Amount Amount `json:"amount"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// Time of the block.
	Time Timestamp `json:"time"`

	// For `sent` the receiver; otherwise the address of the account that received. Absent for what happened to
	// stake.
	Address Address `json:"address,omitempty"`

	// Absent for `issued`.
	TransactionID TransactionID `json:"transactionId,omitempty"`

	// What the account paid for it; absent for `received` and `issued`.
	Fee *Amount `json:"fee,omitempty"`

	// When it carried a message, or a part of one.
	MessageID MessageID `json:"messageId,omitempty"`

	// For what happened to stake.
	Operation OperationType `json:"operation,omitempty"`
}

// HistoryPage: A page of history entries.
type HistoryPage = Page[HistoryEntry]

// CoinStatus: `unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished
// payment holds it. `spent`: gone.
type CoinStatus string

// What CoinStatus can be. A newer node may say others.
const (
	CoinStatusUnspent  CoinStatus = "unspent"
	CoinStatusPending  CoinStatus = "pending"
	CoinStatusReserved CoinStatus = "reserved"
	CoinStatusSpent    CoinStatus = "spent"
)

// Coin: An output that belongs to the account.
type Coin struct {
	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`

	// `unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished payment holds
	// it. `spent`: gone.
	Status CoinStatus `json:"status"`

	// The address that received it.
	AddressIndex int64 `json:"addressIndex"`

	// Block that made it; absent while pending.
	Height *Height `json:"height,omitempty"`

	// Transaction that made it; absent for outputs of genesis.
	TransactionID TransactionID `json:"transactionId,omitempty"`

	// Transaction that spends it.
	SpentIn TransactionID `json:"spentIn,omitempty"`
}

// CoinPage: A page of outputs of the account.
type CoinPage = Page[Coin]

// AccountViewKey: The view key of an account.
type AccountViewKey struct {
	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// The view key of an account: finds and reads everything, spends nothing.
	ViewKey ViewKey `json:"viewKey"`
}

// PaymentStatus: Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its coins are free
// again. `cancelled`: taken back before it was broadcast.
type PaymentStatus string

// What PaymentStatus can be. A newer node may say others.
const (
	PaymentStatusCreated   PaymentStatus = "created"
	PaymentStatusBroadcast PaymentStatus = "broadcast"
	PaymentStatusFinal     PaymentStatus = "final"
	PaymentStatusRejected  PaymentStatus = "rejected"
	PaymentStatusCancelled PaymentStatus = "cancelled"
)

// RejectReason: Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by
// another one (the phrase is in use elsewhere, too). `refused`: the network refused it. `cancelled`: a
// payment that carries a part of the message was taken back.
type RejectReason string

// What RejectReason can be. A newer node may say others.
const (
	RejectReasonInputSpent RejectReason = "input_spent"
	RejectReasonRefused    RejectReason = "refused"
	RejectReasonCancelled  RejectReason = "cancelled"
)

// Direction: `out`: the account sent it. `in`: the account received it.
type Direction string

// What Direction can be. A newer node may say others.
const (
	DirectionOut Direction = "out"
	DirectionIn  Direction = "in"
)

// PaymentRequest: One payment of several.
type PaymentRequest struct {
	// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
	// one is answered with `invalid_address`, one of another network with `wrong_network`.
	To Address `json:"to"`

	// An amount in base units above zero, as a decimal string.
	Amount PositiveAmount `json:"amount"`

	// A message that travels with the payment.
	Data Base64 `json:"data,omitempty"`

	// Application tag of that message.
	App AppTag `json:"app,omitempty"`
}

// PaymentSent: A payment that is stored and on its way.
type PaymentSent struct {
	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
	// network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
	// `cancelled`: taken back before it was broadcast.
	Status PaymentStatus `json:"status"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`

	// When it carries data.
	MessageID MessageID `json:"messageId,omitempty"`
}

// PaymentQueued: A payment of several that are stored.
type PaymentQueued struct {
	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// Absent while it waits for coins: its transaction is not made yet.
	TransactionID TransactionID `json:"transactionId,omitempty"`

	// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
	// network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
	// `cancelled`: taken back before it was broadcast.
	Status PaymentStatus `json:"status"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`

	// When it carries data.
	MessageID MessageID `json:"messageId,omitempty"`
}

// PaymentsSent: Payments that are stored, in the order of the request.
type PaymentsSent struct {
	// The payments.
	Payments []PaymentQueued `json:"payments"`
}

// PublicPaymentSent: A payment that is stored, with its receipt.
type PublicPaymentSent struct {
	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
	// network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
	// `cancelled`: taken back before it was broadcast.
	Status PaymentStatus `json:"status"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`

	// A receipt for one payment, which `payment.verifyProof` checks on any node.
	Proof Proof `json:"proof"`

	// When it carries data.
	MessageID MessageID `json:"messageId,omitempty"`
}

// PaymentEstimate: What a payment would take.
type PaymentEstimate struct {
	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`

	// Fees of all its transactions.
	Fee Amount `json:"fee"`

	// Amount and fees.
	Total Amount `json:"total"`

	// How many transactions it takes: one, and one more for each part of data that does not fit, and for merging
	// small coins.
	Transactions int64 `json:"transactions"`

	// Inputs of all of them.
	Inputs int64 `json:"inputs"`

	// Outputs of all of them.
	Outputs int64 `json:"outputs"`

	// What the account could send now.
	Spendable Amount `json:"spendable"`

	// Whether the account could send it now.
	Sufficient bool `json:"sufficient"`
}

// Payment: A payment as one of its accounts knows it.
type Payment struct {
	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// `out`: the account sent it. `in`: the account received it.
	Direction Direction `json:"direction"`

	// Absent while it waits for coins: its transaction is not made yet.
	TransactionID TransactionID `json:"transactionId,omitempty"`

	// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
	// network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
	// `cancelled`: taken back before it was broadcast.
	Status PaymentStatus `json:"status"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`

	// The receiver; for `in` the address of the account it came to.
	To Address `json:"to"`

	// What the sender paid; absent for `in`.
	Fee *Amount `json:"fee,omitempty"`

	// Block that made it final.
	Height *Height `json:"height,omitempty"`

	// Time of that block.
	Time *Timestamp `json:"time,omitempty"`

	// When this node stored it; absent for `in` and for what was restored from the phrase.
	CreatedAt *Timestamp `json:"createdAt,omitempty"`

	// When rejected.
	Reason RejectReason `json:"reason,omitempty"`

	// When it carries data.
	MessageID MessageID `json:"messageId,omitempty"`

	// The data, as far as this node has it.
	Data Base64 `json:"data,omitempty"`

	// Application tag of the data.
	App AppTag `json:"app,omitempty"`
}

// PaymentPage: A page of payments.
type PaymentPage = Page[Payment]

// PaymentProof: A receipt that shows anybody whom a payment went to, and how much it was; nothing else of the
// account is revealed.
type PaymentProof struct {
	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
	// one is answered with `invalid_address`, one of another network with `wrong_network`.
	To Address `json:"to"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`

	// A receipt for one payment, which `payment.verifyProof` checks on any node.
	Proof Proof `json:"proof"`
}

// PaymentProofCheck: What a receipt shows.
type PaymentProofCheck struct {
	// Whether it holds. The other fields are there when it does.
	Valid bool `json:"valid"`

	// Why it does not hold: `malformed`; `mismatch` (it does not belong to the output it names);
	// `unknown_output` (this chain has no such output yet).
	Reason string `json:"reason,omitempty"`

	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId,omitempty"`

	// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
	// one is answered with `invalid_address`, one of another network with `wrong_network`.
	To Address `json:"to,omitempty"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount *Amount `json:"amount,omitempty"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId,omitempty"`

	// Block that made it final.
	Height *Height `json:"height,omitempty"`
}

// Consolidation: Small coins that become one.
type Consolidation struct {
	// The payment of the account to itself.
	PaymentID PaymentID `json:"paymentId"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
	// network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
	// `cancelled`: taken back before it was broadcast.
	Status PaymentStatus `json:"status"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`

	// Coins it merges.
	Merged int64 `json:"merged"`

	// Coins the account still has to spend from when it is final, the merged one among them.
	Remaining int64 `json:"remaining"`
}

// MessageState: Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast`
// (all parts are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it
// was cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are
// still missing when the retention period of the first one ends, so they cannot be had any more).
type MessageState string

// What MessageState can be. A newer node may say others.
const (
	MessageStateCreated   MessageState = "created"
	MessageStateBroadcast MessageState = "broadcast"
	MessageStateFinal     MessageState = "final"
	MessageStateRejected  MessageState = "rejected"
	MessageStatePartial   MessageState = "partial"
	MessageStateReceived  MessageState = "received"
	MessageStateLost      MessageState = "lost"
)

// MessageSent: A message that is stored and on its way.
type MessageSent struct {
	// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
	MessageID MessageID `json:"messageId"`

	// Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
	// are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
	// cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
	// missing when the retention period of the first one ends, so they cannot be had any more).
	Status MessageState `json:"status"`

	// Transactions it takes.
	Parts int64 `json:"parts"`

	// Fees of all of them.
	Fee Amount `json:"fee"`

	// The transactions known by now, in the order of the parts.
	TransactionIDs []TransactionID `json:"transactionIds"`
}

// Message: A message as one of its accounts knows it.
type Message struct {
	// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
	MessageID MessageID `json:"messageId"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// `out`: the account sent it. `in`: the account received it.
	Direction Direction `json:"direction"`

	// Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
	// are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
	// cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
	// missing when the retention period of the first one ends, so they cannot be had any more).
	Status MessageState `json:"status"`

	// Application tag; empty for none.
	App AppTag `json:"app"`

	// Money that came with it.
	Amount Amount `json:"amount"`

	// Parts it consists of.
	Parts int64 `json:"parts"`

	// Parts that are final; for a received one, parts that have arrived.
	PartsDone int64 `json:"partsDone"`

	// The body. There as soon as the message is complete.
	Body Base64 `json:"body,omitempty"`

	// The receiver; for `in` the address of the account it came to.
	To Address `json:"to,omitempty"`

	// Block that completed it.
	Height *Height `json:"height,omitempty"`

	// Time of that block.
	Time *Timestamp `json:"time,omitempty"`

	// When this node stored it; absent for `in` and for what was restored from the phrase.
	CreatedAt *Timestamp `json:"createdAt,omitempty"`

	// Fees of all its parts; absent for `in`.
	Fee *Amount `json:"fee,omitempty"`

	// When rejected.
	Reason RejectReason `json:"reason,omitempty"`

	// The payments that carry the parts known by now, in order.
	PaymentIDs []PaymentID `json:"paymentIds"`
}

// MessagePage: A page of messages.
type MessagePage = Page[Message]

// MessageStatus: Where a message stands.
type MessageStatus struct {
	// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
	MessageID MessageID `json:"messageId"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// `out`: the account sent it. `in`: the account received it.
	Direction Direction `json:"direction"`

	// Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
	// are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
	// cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
	// missing when the retention period of the first one ends, so they cannot be had any more).
	Status MessageState `json:"status"`

	// Parts it consists of.
	Parts int64 `json:"parts"`

	// Parts that are final; for a received one, parts that have arrived.
	PartsDone int64 `json:"partsDone"`

	// Block that completed it.
	Height *Height `json:"height,omitempty"`

	// When rejected.
	Reason RejectReason `json:"reason,omitempty"`
}

// PayloadKind: `none`: a payment without data. `message`: a part of a message. `change`: what the sender
// keeps for himself. `filler`: nothing, so that all transactions look alike.
type PayloadKind string

// What PayloadKind can be. A newer node may say others.
const (
	PayloadKindNone    PayloadKind = "none"
	PayloadKindMessage PayloadKind = "message"
	PayloadKindChange  PayloadKind = "change"
	PayloadKindFiller  PayloadKind = "filler"
)

// DecodedPayload: What the payload of one output says.
type DecodedPayload struct {
	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`

	// `none`: a payment without data. `message`: a part of a message. `change`: what the sender keeps for
	// himself. `filler`: nothing, so that all transactions look alike.
	Kind PayloadKind `json:"kind"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// Message it is a part of.
	MessageID MessageID `json:"messageId,omitempty"`

	// Names the application a message belongs to, at most 32 bytes of UTF-8 without control characters; empty
	// for none. It travels encrypted.
	App AppTag `json:"app,omitempty"`

	// Which part, from 0.
	Part *int64 `json:"part,omitempty"`

	// Parts of that message.
	Parts *int64 `json:"parts,omitempty"`

	// Body of this part.
	Body Base64 `json:"body,omitempty"`
}

// ValidatorKey: The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
type ValidatorKey = string

// ValidatorID: What names a validator for all time, whatever its key is; lower-case hex.
type ValidatorID = string

// StakeID: What names a stake of an account from its deposit to the end of its withdrawal, and again after
// the account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
// validator.
type StakeID = string

// EpochNumber: An epoch; the first one has number 1.
type EpochNumber = int64

// BasisPoints: A share in hundredths of a per cent.
type BasisPoints = int64

// OperationType: What a transaction does with stake. `register` begins a validator, `deposit` adds stake,
// `unbond` and `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are
// an operator's, `evidence` convicts a validator, `award` ends a draw.
type OperationType string

// What OperationType can be. A newer node may say others.
const (
	OperationTypeRegister  OperationType = "register"
	OperationTypeDeposit   OperationType = "deposit"
	OperationTypeUnbond    OperationType = "unbond"
	OperationTypeUnbondOwn OperationType = "unbond_own"
	OperationTypeWithdraw  OperationType = "withdraw"
	OperationTypeConfigure OperationType = "configure"
	OperationTypeRotate    OperationType = "rotate"
	OperationTypeResume    OperationType = "resume"
	OperationTypeEvidence  OperationType = "evidence"
	OperationTypeAward     OperationType = "award"
)

// ValidatorStatus: `active`: may be in the next set, if it has the stake. `suspended`: left out because it
// was silent, until its operator says that it is back. `leaving`: its operator took its stake out. `frozen`:
// it contradicted itself.
type ValidatorStatus string

// What ValidatorStatus can be. A newer node may say others.
const (
	ValidatorStatusActive    ValidatorStatus = "active"
	ValidatorStatusSuspended ValidatorStatus = "suspended"
	ValidatorStatusLeaving   ValidatorStatus = "leaving"
	ValidatorStatusFrozen    ValidatorStatus = "frozen"
)

// CommissionChange: A change of commission that is on its way.
type CommissionChange struct {
	// A share in hundredths of a per cent.
	Commission BasisPoints `json:"commission"`

	// The epoch from which it holds.
	From EpochNumber `json:"from"`
}

// EligibilityFault: Why a validator is not eligible for the award of a period.
type EligibilityFault struct {
	// `not_in_set`: it was not in the set of an epoch. `attendance`: it signed too few blocks of an epoch.
	// `slashed`: it contradicted itself.
	Reason string `json:"reason"`

	// The first epoch of the period in which it came about.
	Epoch EpochNumber `json:"epoch"`

	// Blocks of that epoch it signed.
	Signed int64 `json:"signed"`

	// Blocks of that epoch it could have signed.
	Could int64 `json:"could"`
}

// OutsideReason: Why a validator would not be in the next set. `below_minimum`: its operator's own stake is
// below `minStake`, as after a leak; a deposit of the operator's mends it. `outranked`: `maxValidators`
// others have more stake. `suspended`, `leaving`, `frozen`: its status. `gone`: nothing is left of it but
// what others staked, which they can take out.
type OutsideReason string

// What OutsideReason can be. A newer node may say others.
const (
	OutsideReasonBelowMinimum OutsideReason = "below_minimum"
	OutsideReasonOutranked    OutsideReason = "outranked"
	OutsideReasonSuspended    OutsideReason = "suspended"
	OutsideReasonLeaving      OutsideReason = "leaving"
	OutsideReasonFrozen       OutsideReason = "frozen"
	OutsideReasonGone         OutsideReason = "gone"
)

// StakeValidator: How the validator of a stake stands. Outside the set stake earns nothing in this epoch, nor
// with a `frozen` validator; with a `reason` it will earn nothing from the next epoch on, unless that
// changes.
type StakeValidator struct {
	// As of stake.validator; `gone` for one that is not there any more.
	Status string `json:"status"`

	// Whether it is in the set of this epoch.
	InSet bool `json:"inSet"`

	// Why it would not be in the next set.
	Reason OutsideReason `json:"reason,omitempty"`
}

// Validator: A validator, in the set or not.
type Validator struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
	ValidatorKey ValidatorKey `json:"validatorKey"`

	// The key from the next epoch on.
	NextKey ValidatorKey `json:"nextKey,omitempty"`

	// Schnorr key of its operator.
	Operator Hash `json:"operator"`

	// Whether it is the validator of this node.
	Own bool `json:"own"`

	// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
	// its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
	// itself.
	Status ValidatorStatus `json:"status"`

	// Everything staked with it.
	Stake Amount `json:"stake"`

	// What of that is its operator's.
	OwnStake Amount `json:"ownStake"`

	// Share of what the others' stake earns that its operator keeps.
	Commission BasisPoints `json:"commission"`

	// A change of commission that is on its way.
	Announced *CommissionChange `json:"announced,omitempty"`

	// Epoch of its registration; 1 for the first validators.
	Since EpochNumber `json:"since"`

	// Whether it is in the set of this epoch.
	InSet bool `json:"inSet"`

	// Its voting weight in this epoch; absent outside the set.
	Weight *Amount `json:"weight,omitempty"`

	// How it would stand if the next set were chosen now: 1 for most stake; absent for one that could not be
	// chosen.
	Rank *int64 `json:"rank,omitempty"`

	// Why it would not be in the next set, if that were chosen now; absent for one that would.
	Reason OutsideReason `json:"reason,omitempty"`

	// Blocks of this epoch it signed.
	Signed int64 `json:"signed"`

	// Blocks of this epoch it could have signed so far.
	Could int64 `json:"could"`

	// Whether it may still be drawn for the award of this period.
	Eligible bool `json:"eligible"`

	// Why not.
	Fault *EligibilityFault `json:"fault,omitempty"`
}

// ValidatorPage: A page of validators.
type ValidatorPage = Page[Validator]

// EpochMember: A validator of an epoch's set.
type EpochMember struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
	ValidatorKey ValidatorKey `json:"validatorKey"`

	// At the beginning of the epoch; rewards go by it.
	Stake Amount `json:"stake"`

	// Voting weight.
	Weight Amount `json:"weight"`

	// Blocks of the epoch it signed.
	Signed int64 `json:"signed"`

	// Blocks of the epoch it could have signed so far.
	Could int64 `json:"could"`
}

// Epoch: The epoch of the next block.
type Epoch struct {
	// An epoch; the first one has number 1.
	Epoch EpochNumber `json:"epoch"`

	// The award period it belongs to; the first one has number 1.
	Period int64 `json:"period"`

	// Its first block.
	FirstHeight Height `json:"firstHeight"`

	// Its last block: then rewards are paid, and the next set is chosen.
	LastHeight Height `json:"lastHeight"`

	// The last final block.
	Height Height `json:"height"`

	// Blocks to come in this epoch.
	BlocksLeft int64 `json:"blocksLeft"`

	// When it will end, if blocks come at their target interval.
	EstimatedEnd Timestamp `json:"estimatedEnd"`

	// What a block issues, the award's share included.
	Reward Amount `json:"reward"`

	// Stake of the set at the beginning of the epoch.
	TotalStake Amount `json:"totalStake"`

	// The set, in the order of the certificate's bits.
	Members []EpochMember `json:"members"`
}

// StakeParams: The numbers of staking that every node of the network agrees on.
type StakeParams struct {
	// Blocks of an epoch.
	EpochBlocks int64 `json:"epochBlocks"`

	// What an operator has to stake itself.
	MinStake Amount `json:"minStake"`

	// The smallest deposit.
	MinDeposit Amount `json:"minDeposit"`

	// Epochs that money is on its way out, at most.
	UnbondingEpochs int64 `json:"unbondingEpochs"`

	// Validators in a set.
	MaxValidators int64 `json:"maxValidators"`

	// By how much a commission may rise in one change.
	CommissionStep BasisPoints `json:"commissionStep"`

	// Whole epochs between the announcement of a rise and its effect.
	CommissionNotice int64 `json:"commissionNotice"`

	// What a block issues at first.
	BlockReward Amount `json:"blockReward"`

	// Blocks after which that halves.
	HalvingBlocks int64 `json:"halvingBlocks"`

	// Share of it that goes to the award's pool.
	AwardShare BasisPoints `json:"awardShare"`

	// Epochs of an award period.
	AwardPeriodEpochs int64 `json:"awardPeriodEpochs"`

	// Share of the blocks of each epoch that has to be signed to be eligible.
	AwardAttendance BasisPoints `json:"awardAttendance"`

	// Blocks between the freeze of the eligible and the beacon that seeds the draw.
	AwardFreezeDelay int64 `json:"awardFreezeDelay"`

	// Squarings of the delay function between that beacon and the winner.
	AwardDelaySquarings int64 `json:"awardDelaySquarings"`

	// For whoever posts the delay's proof; at most a tenth of the award.
	AwardBounty Amount `json:"awardBounty"`

	// Share of a contradicting validator's stake that is burnt at once.
	SlashShare BasisPoints `json:"slashShare"`

	// What an operation adds to the fee of its transaction.
	FeePerOperation Amount `json:"feePerOperation"`
}

// StakeType: `deposit`: staked with a validator. `own`: an operator's own stake in its validator. `award`: a
// prize of the award. `bounty`: what the award paid for the proof of its delay. `bond`: what came back of the
// bond that goes with evidence. The last three are not staked: they are money that waits until
// `stake.withdraw` takes it out, which the wallet never does by itself.
type StakeType string

// What StakeType can be. A newer node may say others.
const (
	StakeTypeDeposit StakeType = "deposit"
	StakeTypeOwn     StakeType = "own"
	StakeTypeAward   StakeType = "award"
	StakeTypeBounty  StakeType = "bounty"
	StakeTypeBond    StakeType = "bond"
)

// StakeStatus: Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the
// network. `active`: it is staked, and earns if its `validator` is in the set. `frozen`: its validator
// contradicted itself; what is left may be taken out when the unbonding time is over. `unbonding`: all of it
// is on its way out. `withdrawable`: it is released. `withdrawn`: all of it was taken. `rejected`: the
// deposit will never be in a block; its coins are free again.
type StakeStatus string

// What StakeStatus can be. A newer node may say others.
const (
	StakeStatusCreated      StakeStatus = "created"
	StakeStatusBroadcast    StakeStatus = "broadcast"
	StakeStatusActive       StakeStatus = "active"
	StakeStatusFrozen       StakeStatus = "frozen"
	StakeStatusUnbonding    StakeStatus = "unbonding"
	StakeStatusWithdrawable StakeStatus = "withdrawable"
	StakeStatusWithdrawn    StakeStatus = "withdrawn"
	StakeStatusRejected     StakeStatus = "rejected"
)

// Leaving: A part of a stake that is on its way out. It earns nothing, and still answers for what its
// validator signed while it counted, and for the validator's silence in the epoch in which it left.
type Leaving struct {
	// What it is worth as of now: what its validator's silence costs is taken off at once, what a contradiction
	// costs when it is released.
	Amount Amount `json:"amount"`

	// The first epoch in which it may be withdrawn.
	ReleaseEpoch EpochNumber `json:"releaseEpoch"`

	// The first block that may carry the withdrawal.
	ReleaseHeight Height `json:"releaseHeight"`

	// When that will be, if blocks come at their target interval; absent once it is released, and in events.
	EstimatedRelease *Timestamp `json:"estimatedRelease,omitempty"`

	// `unbonding`: it waits. `frozen`: its validator contradicted itself, and it waits for the verdict.
	// `withdrawable`: it may be withdrawn; the wallet does that by itself as soon as the account is unlocked,
	// unless it is an `award`, a `bounty` or a `bond`, or hardly worth the fee.
	Status string `json:"status"`
}

// PendingOperation: An operation of a stake that is not final.
type PendingOperation struct {
	// What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
	// `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
	// operator's, `evidence` convicts a validator, `award` ends a draw.
	Type OperationType `json:"type"`

	// `created`: stored. `broadcast`: handed to the network.
	Status string `json:"status"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// What it moves; absent for one that moves nothing.
	Amount *Amount `json:"amount,omitempty"`
}

// RefusedOperation: The last operation on a stake that failed: it will never be in a block, and left the
// stake as it was. It stays to be seen when later ones succeed. This node alone knows of it, not the chain:
// an account that is restored from its phrase does not have it, and account.history does not, which tells
// what is final.
type RefusedOperation struct {
	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
	// `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
	// operator's, `evidence` convicts a validator, `award` ends a draw.
	Operation OperationType `json:"operation"`

	// Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by another one (the
	// phrase is in use elsewhere, too). `refused`: the network refused it. `cancelled`: a payment that carries a
	// part of the message was taken back.
	Reason RejectReason `json:"reason"`

	// For `refused`: the rule of staking, such as `rotating` or `last_validator`, or of the network, such as
	// `unknown_stake`. Absent for one that ended only because it spent the change of another one.
	Rule string `json:"rule,omitempty"`

	// Up to where the account had seen the chain then.
	Height Height `json:"height"`
}

// Stake: A stake of an account.
type Stake struct {
	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`

	// `deposit`: staked with a validator. `own`: an operator's own stake in its validator. `award`: a prize of
	// the award. `bounty`: what the award paid for the proof of its delay. `bond`: what came back of the bond
	// that goes with evidence. The last three are not staked: they are money that waits until `stake.withdraw`
	// takes it out, which the wallet never does by itself.
	Type StakeType `json:"type"`

	// Of `award` and `bounty`: the award period.
	Period *int64 `json:"period,omitempty"`

	// Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the network.
	// `active`: it is staked, and earns if its `validator` is in the set. `frozen`: its validator contradicted
	// itself; what is left may be taken out when the unbonding time is over. `unbonding`: all of it is on its
	// way out. `withdrawable`: it is released. `withdrawn`: all of it was taken. `rejected`: the deposit will
	// never be in a block; its coins are free again.
	Status StakeStatus `json:"status"`

	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// Absent when the validator is gone.
	ValidatorKey ValidatorKey `json:"validatorKey,omitempty"`

	// Of what is staked, in stake.get and stake.list; events do not have it.
	Validator *StakeValidator `json:"validator,omitempty"`

	// What the staked part is worth now: it grows by rewards at the end of each epoch, and shrinks by slashing.
	// Until the end of the epoch of its deposit it is a little less than what was paid, since the price includes
	// what the stake before it can earn in that epoch.
	Amount Amount `json:"amount"`

	// Parts on their way out, the first to be released first. What is released and not yet taken comes before
	// what still waits.
	Leaving []Leaving `json:"leaving"`

	// An operation of a stake that is not final.
	Pending *PendingOperation `json:"pending,omitempty"`

	// When this node stored the deposit; absent for what was restored from the phrase.
	CreatedAt *Timestamp `json:"createdAt,omitempty"`

	// When rejected.
	Reason RejectReason `json:"reason,omitempty"`

	// The last operation on a stake that failed: it will never be in a block, and left the stake as it was. It
	// stays to be seen when later ones succeed. This node alone knows of it, not the chain: an account that is
	// restored from its phrase does not have it, and account.history does not, which tells what is final.
	Refused *RefusedOperation `json:"refused,omitempty"`
}

// StakePage: A page of stakes.
type StakePage = Page[Stake]

// StakeSent: An operation on stake that is stored and on its way.
type StakeSent struct {
	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`

	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
	// `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
	// operator's, `evidence` convicts a validator, `award` ends a draw.
	Operation OperationType `json:"operation"`

	// As it was stored.
	Status string `json:"status"`

	// What it moves; zero for one that moves nothing.
	Amount Amount `json:"amount"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Fee Amount `json:"fee"`
}

// DelayProof: The proof of a delay: its output, then the proof, 512 bytes, lower-case hex. Everybody works
// out the same one for a seed.
type DelayProof = string

// StakeReward: What an epoch paid to a validator and those who staked with it.
type StakeReward struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// An epoch; the first one has number 1.
	Epoch EpochNumber `json:"epoch"`

	// The epoch's last block.
	Height Height `json:"height"`

	// For blocks signed.
	Reward Amount `json:"reward"`

	// Of blocks it led.
	Fees Amount `json:"fees"`

	// What of both is the operator's, for its work.
	Commission Amount `json:"commission"`

	// Blocks signed.
	Signed int64 `json:"signed"`

	// Blocks it could have signed.
	Could int64 `json:"could"`

	// With `accountId`: what of reward and fees went to the account, for its deposits and as the operator. A
	// deposit counts when it was there for the whole epoch; zero as well for epochs before the account was
	// restored on this node, of which only the operator's part is known.
	Earned *Amount `json:"earned,omitempty"`
}

// StakeRewardPage: A page of rewards.
type StakeRewardPage = Page[StakeReward]

// AwardCandidate: How a validator stands in the present award period.
type AwardCandidate struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
	ValidatorKey ValidatorKey `json:"validatorKey"`

	// Schnorr key that would be paid.
	Operator Hash `json:"operator"`

	// Whether it is the validator of this node.
	Own bool `json:"own"`

	// Whether it may still be drawn.
	Eligible bool `json:"eligible"`

	// Why not.
	Fault *EligibilityFault `json:"fault,omitempty"`

	// Epochs of the period it has served well.
	Good int64 `json:"good"`

	// Epochs of the period still to come, the present one included.
	Ahead int64 `json:"ahead"`

	// Blocks of this epoch it signed.
	Signed int64 `json:"signed"`

	// Blocks of this epoch it could have signed so far.
	Could int64 `json:"could"`
}

// AwardEligible: A validator that may win.
type AwardEligible struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
	ValidatorKey ValidatorKey `json:"validatorKey"`

	// Schnorr key that is paid.
	Operator Hash `json:"operator"`
}

// AwardDraw: A draw to come.
type AwardDraw struct {
	// Its award period.
	Period int64 `json:"period"`

	// `open`: the period lasts. `frozen`: pool and eligible are fixed, the seed is not there. `seeded`: whoever
	// has worked out the delay may post its proof.
	State string `json:"state"`

	// The block that fixes pool and eligible.
	FreezeHeight Height `json:"freezeHeight"`

	// The block whose beacon is the seed.
	SeedHeight Height `json:"seedHeight"`

	// What the winner gets, the bounty for the proof aside; while the period is open, what it has collected so
	// far.
	Amount Amount `json:"amount"`

	// Squarings of the delay function between the seed and the winner.
	Squarings int64 `json:"squarings"`

	// The seed.
	Beacon Hash `json:"beacon,omitempty"`

	// Who may win, in the order of their keys; empty while the period is open.
	Eligible []AwardEligible `json:"eligible"`
}

// Award: The Validator Service Award.
type Award struct {
	// All that is in the pool, what is frozen for a draw included.
	Pool Amount `json:"pool"`

	// What of it was collected for the present period.
	Collected Amount `json:"collected"`

	// The present award period.
	Period int64 `json:"period"`

	// The draw that comes next.
	NextDraw AwardDraw `json:"nextDraw"`

	// Every validator, and how it stands in the present period.
	Eligible []AwardCandidate `json:"eligible"`

	// The chain of hashes over the records of all draws that are over; it is a part of the state that blocks
	// commit to.
	History Hash `json:"history"`
}

// AwardOutcome: `paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze
// and draw. `expired`: nobody posted a proof before the next freeze. `empty`: nobody was eligible. What is
// not paid stays in the pool.
type AwardOutcome string

// What AwardOutcome can be. A newer node may say others.
const (
	AwardOutcomePaid      AwardOutcome = "paid"
	AwardOutcomeForfeited AwardOutcome = "forfeited"
	AwardOutcomeExpired   AwardOutcome = "expired"
	AwardOutcomeEmpty     AwardOutcome = "empty"
)

// AwardRecord: A draw that is over, with everything it takes to check it again.
type AwardRecord struct {
	// The network.
	Network Network `json:"network"`

	// What the seed is bound to: `chainId` of chain.params.
	ChainID Hash `json:"chainId"`

	// Its award period.
	Period int64 `json:"period"`

	// `paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze and draw.
	// `expired`: nobody posted a proof before the next freeze. `empty`: nobody was eligible. What is not paid
	// stays in the pool.
	Outcome AwardOutcome `json:"outcome"`

	// The block that fixed pool and eligible.
	FrozenAt Height `json:"frozenAt"`

	// What was frozen.
	Amount Amount `json:"amount"`

	// Who could win, in the order of their keys.
	Eligible []AwardEligible `json:"eligible"`

	// The block whose beacon is the seed.
	SeedHeight Height `json:"seedHeight"`

	// That beacon.
	Beacon Hash `json:"beacon,omitempty"`

	// Squarings of the delay function.
	Squarings int64 `json:"squarings"`

	// The delay's proof: its output, then π.
	Proof Hex `json:"proof,omitempty"`

	// Position of the winner among the eligible.
	Winner *int64 `json:"winner,omitempty"`

	// What the winner got.
	Prize Amount `json:"prize"`

	// What went to whoever posted the proof.
	Bounty Amount `json:"bounty"`

	// The chain of hashes over the records before this one; zeros for the first.
	Before Hash `json:"before"`

	// The same with this record. That of the last record is what `stake.awardProof` shows to be the chain's.
	History Hash `json:"history"`
}

// AwardRecordPage: A page of draws.
type AwardRecordPage = Page[AwardRecord]

// AwardProof: The last final block, and what its state commitment is the hash of: docs/protocol.md says how.
// At most some 90 kB.
type AwardProof struct {
	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// Hash of the header.
	BlockID Hash `json:"blockId"`

	// The chain of hashes over all records, as `stake` has it.
	History Hash `json:"history"`

	// The block's header.
	Header Hex `json:"header"`

	// The certificate that makes the block final; genesis has none.
	Certificate Hex `json:"certificate,omitempty"`

	// LtHash of the unspent set, 2,048 bytes.
	Unspent Hex `json:"unspent"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Issued Amount `json:"issued"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Burnt Amount `json:"burnt"`

	// Of the supply.
	Blinding Hash `json:"blinding"`

	// Of the supply.
	Commitments Hash `json:"commitments"`

	// The stake without the records of validators; the chain of hashes is in it.
	Stake Hex `json:"stake"`

	// Hash of each validator's record, in the order of their ids.
	Records []Hash `json:"records"`
}

// Slashing: Stake that was burnt because its validator broke the rules or was silent.
type Slashing struct {
	// `slashed`: it contradicted itself; a part is burnt at once and the rest frozen. A frozen one is `slashed`
	// again, with nothing burnt at once, when an earlier contradiction comes to light or one with more weight:
	// both count in the end. `thawed`: the unbonding time after that is over; more may be burnt, and a part of
	// the operator's own goes to the award. `leaked`: more than a third of the weight was silent, and this one
	// among it. What left the pool in the same epoch loses the same part, which is burnt when it is withdrawn
	// and is not counted here.
	Type string `json:"type"`

	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// The block in which it came about.
	Height Height `json:"height"`

	// For `slashed` the epoch of its earliest contradiction that has been told.
	Infraction *EpochNumber `json:"infraction,omitempty"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Burnt Amount `json:"burnt"`

	// For `thawed` what went to the award's pool.
	Forfeited *Amount `json:"forfeited,omitempty"`
}

// SlashingPage: A page of slashings.
type SlashingPage = Page[Slashing]

// EpochEvent: An epoch began.
type EpochEvent struct {
	// An epoch; the first one has number 1.
	Epoch EpochNumber `json:"epoch"`

	// The last block of the one before.
	Height Height `json:"height"`

	// Validators in its set.
	Members int64 `json:"members"`
}

// SuspendedEvent: A validator was left out of the set because it was silent.
type SuspendedEvent struct {
	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// In which it was silent.
	Epoch EpochNumber `json:"epoch"`

	// The last block of that epoch.
	Height Height `json:"height"`
}

// Topic: What a stream tells about.
type Topic string

// What Topic can be. A newer node may say others.
const (
	TopicChainBlock      Topic = "chain.block"
	TopicChainStatus     Topic = "chain.status"
	TopicAccountBalance  Topic = "account.balance"
	TopicPaymentStatus   Topic = "payment.status"
	TopicMessageReceived Topic = "message.received"
	TopicMessageStatus   Topic = "message.status"
	TopicStakeStatus     Topic = "stake.status"
	TopicStakeEpoch      Topic = "stake.epoch"
	TopicStakeSlashed    Topic = "stake.slashed"
	TopicStakeSuspended  Topic = "stake.suspended"
	TopicAwardFrozen     Topic = "award.frozen"
	TopicAwardSeeded     Topic = "award.seeded"
	TopicAwardPaid       Topic = "award.paid"
)

// TopicPattern: A topic, or all of a group.
type TopicPattern string

// What TopicPattern can be. A newer node may say others.
const (
	TopicPatternChainAll        TopicPattern = "chain.*"
	TopicPatternChainBlock      TopicPattern = "chain.block"
	TopicPatternChainStatus     TopicPattern = "chain.status"
	TopicPatternAccountAll      TopicPattern = "account.*"
	TopicPatternAccountBalance  TopicPattern = "account.balance"
	TopicPatternPaymentAll      TopicPattern = "payment.*"
	TopicPatternPaymentStatus   TopicPattern = "payment.status"
	TopicPatternMessageAll      TopicPattern = "message.*"
	TopicPatternMessageReceived TopicPattern = "message.received"
	TopicPatternMessageStatus   TopicPattern = "message.status"
	TopicPatternStakeAll        TopicPattern = "stake.*"
	TopicPatternStakeStatus     TopicPattern = "stake.status"
	TopicPatternStakeEpoch      TopicPattern = "stake.epoch"
	TopicPatternStakeSlashed    TopicPattern = "stake.slashed"
	TopicPatternStakeSuspended  TopicPattern = "stake.suspended"
	TopicPatternAwardAll        TopicPattern = "award.*"
	TopicPatternAwardFrozen     TopicPattern = "award.frozen"
	TopicPatternAwardSeeded     TopicPattern = "award.seeded"
	TopicPatternAwardPaid       TopicPattern = "award.paid"
)

// Subscribed: An open subscription.
type Subscribed struct {
	// Its id on this connection.
	Subscription string `json:"subscription"`

	// Where it starts: events after this.
	Cursor Cursor `json:"cursor"`
}

// Unsubscribed: A closed subscription.
type Unsubscribed struct {
	// Its id.
	Subscription string `json:"subscription"`

	// Up to where events were sent.
	Cursor Cursor `json:"cursor"`
}

// BlockEvent: A block became final.
type BlockEvent struct {
	// The id of a block: the hash of its header, lower-case hex.
	ID BlockID `json:"id"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// A time, RFC 3339 in UTC with milliseconds.
	Time Timestamp `json:"time"`

	// BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis.
	Leader string `json:"leader"`

	// Its transactions in order.
	Transactions []TransactionID `json:"transactions"`
}

// ChainStatusEvent: The node changed its state, or has come further in catching up: that is told every few
// seconds.
type ChainStatusEvent struct {
	// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
	// fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
	State NodeState `json:"state"`

	// The height of a block; genesis is 0.
	Height Height `json:"height"`

	// True while the node knows that it is behind.
	Syncing bool `json:"syncing"`

	// How far it has come; absent while it is not catching up.
	Sync *SyncProgress `json:"sync,omitempty"`

	// How far it has come with the snapshot that it begins with; absent otherwise.
	Snapshot *SnapshotProgress `json:"snapshot,omitempty"`
}

// CaughtUp: Everything that had happened when the subscription began has been told; from here on events are
// live.
type CaughtUp struct{}

// StopReason: `slow_reader`: the connection did not take events for too long. `retention`: events after the
// cursor are no longer kept. `shutdown`: the node is going down. `internal`: a fault of the node.
// `token_expired`, `token_revoked`: the token of the connection has ended, and the connection is closed.
type StopReason string

// What StopReason can be. A newer node may say others.
const (
	StopReasonSlowReader   StopReason = "slow_reader"
	StopReasonRetention    StopReason = "retention"
	StopReasonShutdown     StopReason = "shutdown"
	StopReasonInternal     StopReason = "internal"
	StopReasonTokenExpired StopReason = "token_expired"
	StopReasonTokenRevoked StopReason = "token_revoked"
)

// Stop: The subscription has ended. Nothing was skipped: subscribe from the cursor to go on.
type Stop struct {
	// `slow_reader`: the connection did not take events for too long. `retention`: events after the cursor are
	// no longer kept. `shutdown`: the node is going down. `internal`: a fault of the node. `token_expired`,
	// `token_revoked`: the token of the connection has ended, and the connection is closed.
	Reason StopReason `json:"reason"`

	// Up to where events were sent.
	Cursor Cursor `json:"cursor"`
}

// FaucetPayment: Coins on their way.
type FaucetPayment struct {
	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Amount Amount `json:"amount"`
}

// Mined: The new head.
type Mined struct {
	// The height of a block; genesis is 0.
	Height Height `json:"height"`
}

// DevTime: The clock of the network.
type DevTime struct {
	// A time, RFC 3339 in UTC with milliseconds.
	Time Timestamp `json:"time"`
}

// TokenID: The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`.
type TokenID = string

// TokenText: A token: `stegostoken1`, 256 random bits and a checksum, in bech32m. Whoever has it may do what
// it allows.
type TokenText string

// String hides it: what prints a value does not give it away. The text itself is string(v).
func (TokenText) String() string { return hidden }

// GoString hides it, too.
func (TokenText) GoString() string { return hidden }

// TokenName: A name for people, which the audit log shows.
type TokenName = string

// Scope: What a token is for; `x-scopes` says what each allows.
type Scope string

// What Scope can be. A newer node may say others.
const (
	ScopeRead    Scope = "read"
	ScopeMessage Scope = "message"
	ScopePay     Scope = "pay"
	ScopeStake   Scope = "stake"
	ScopePacket  Scope = "packet"
	ScopeAdmin   Scope = "admin"
)

// MethodPattern: The name of a method, or `group.*` for all of a group, also those of later versions.
type MethodPattern = string

// TokenBudget: What a token may move out of accounts, amounts and fees together, in any span of time of this
// length.
type TokenBudget struct {
	// So much at most.
	Amount Amount `json:"amount"`

	// Seconds.
	Period int64 `json:"period"`
}

// TokenStatus: `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one
// it was made with.
type TokenStatus string

// What TokenStatus can be. A newer node may say others.
const (
	TokenStatusActive  TokenStatus = "active"
	TokenStatusExpired TokenStatus = "expired"
	TokenStatusRevoked TokenStatus = "revoked"
)

// Token: A token, without its secret.
type Token struct {
	// The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`.
	TokenID TokenID `json:"tokenId"`

	// A name for people, which the audit log shows.
	Name TokenName `json:"name"`

	// What it is for.
	Scopes []Scope `json:"scopes"`

	// The methods it may call; absent: all that its scopes allow.
	Methods []MethodPattern `json:"methods,omitempty"`

	// The accounts it knows; absent: all.
	Accounts []AccountID `json:"accounts,omitempty"`

	// What a token may move out of accounts, amounts and fees together, in any span of time of this length.
	Budget *TokenBudget `json:"budget,omitempty"`

	// What counts against the budget now.
	Spent *Amount `json:"spent,omitempty"`

	// Calls a second; absent: as many as the node allows anybody.
	Rate *int64 `json:"rate,omitempty"`

	// From then on it is worthless; absent: never.
	ExpiresAt *Timestamp `json:"expiresAt,omitempty"`

	// A time, RFC 3339 in UTC with milliseconds.
	CreatedAt Timestamp `json:"createdAt"`

	// The token it was made with: what narrows that one narrows this one, and it ends with it. Absent for those
	// made by the owner.
	Parent TokenID `json:"parent,omitempty"`

	// `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was made
	// with.
	Status TokenStatus `json:"status"`

	// When it was revoked or expired.
	EndedAt *Timestamp `json:"endedAt,omitempty"`
}

// TokenCreated: A new token.
type TokenCreated struct {
	// The token itself, shown this once: the node keeps its hash.
	Token TokenText `json:"token"`

	// The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`.
	TokenID TokenID `json:"tokenId"`

	// A name for people, which the audit log shows.
	Name TokenName `json:"name"`

	// What it is for.
	Scopes []Scope `json:"scopes"`

	// The methods it may call; absent: all that its scopes allow.
	Methods []MethodPattern `json:"methods,omitempty"`

	// The accounts it knows; absent: all.
	Accounts []AccountID `json:"accounts,omitempty"`

	// What a token may move out of accounts, amounts and fees together, in any span of time of this length.
	Budget *TokenBudget `json:"budget,omitempty"`

	// What counts against the budget now.
	Spent *Amount `json:"spent,omitempty"`

	// Calls a second; absent: as many as the node allows anybody.
	Rate *int64 `json:"rate,omitempty"`

	// From then on it is worthless; absent: never.
	ExpiresAt *Timestamp `json:"expiresAt,omitempty"`

	// A time, RFC 3339 in UTC with milliseconds.
	CreatedAt Timestamp `json:"createdAt"`

	// The token it was made with: what narrows that one narrows this one, and it ends with it. Absent for those
	// made by the owner.
	Parent TokenID `json:"parent,omitempty"`

	// `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was made
	// with.
	Status TokenStatus `json:"status"`

	// When it was revoked or expired.
	EndedAt *Timestamp `json:"endedAt,omitempty"`
}

// TokenPage: A page of tokens.
type TokenPage = Page[Token]

// AuditIDType: What an id is of.
type AuditIDType string

// What AuditIDType can be. A newer node may say others.
const (
	AuditIDTypeAccount     AuditIDType = "account"
	AuditIDTypePayment     AuditIDType = "payment"
	AuditIDTypeTransaction AuditIDType = "transaction"
	AuditIDTypeMessage     AuditIDType = "message"
	AuditIDTypeStake       AuditIDType = "stake"
	AuditIDTypeToken       AuditIDType = "token"
)

// AuditID: An id that a call made or changed.
type AuditID struct {
	// What an id is of.
	Type AuditIDType `json:"type"`

	// The id.
	ID string `json:"id"`
}

// AuditEntry: A call that changed something, revealed a key, or was refused for lack of rights. No
// parameters, texts or secrets are kept.
type AuditEntry struct {
	// A time, RFC 3339 in UTC with milliseconds.
	Time Timestamp `json:"time"`

	// The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`.
	TokenID TokenID `json:"tokenId"`

	// Its name at the time.
	TokenName string `json:"tokenName"`

	// The method that was called.
	Method string `json:"method"`

	// The account it was about, if it named one.
	AccountID AccountID `json:"accountId,omitempty"`

	// `ok`, or the symbol of the error.
	Outcome string `json:"outcome"`

	// How many refused calls alike, in short order, the entry stands for.
	Count int64 `json:"count"`

	// Hash of the idempotency key, to find the call by it: the same for the same key on this node.
	KeyHash string `json:"keyHash,omitempty"`

	// What it took out of accounts: amount and fee.
	Spent *Amount `json:"spent,omitempty"`

	// What it made or changed; at most 200.
	IDs []AuditID `json:"ids"`
}

// AuditPage: A page of entries.
type AuditPage = Page[AuditEntry]

// Fault: One thing that is wrong with the parameters.
type Fault struct {
	// JSON pointer (RFC 6901) into the parameters; empty for the parameters as a whole.
	Pointer string `json:"pointer"`

	// What is wrong there.
	Message string `json:"message"`
}

// ParseErrorData: The body or the message is not valid JSON.
type ParseErrorData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// InvalidRequestData: Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string,
// `params` an object, `id` a string, a number within 2^53 of zero or null.
type InvalidRequestData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What is wrong.
	Reason string `json:"reason,omitempty"`
}

// UnknownMethodData: The contract has no method of that name.
type UnknownMethodData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The name that was asked for.
	Method string `json:"method"`
}

// InvalidParamsData: Parameters are missing, unknown or ill-formed.
type InvalidParamsData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Every fault, up to 16.
	Faults []Fault `json:"faults"`
}

// InternalErrorData: A fault of the node. It is in its log under the reference.
type InternalErrorData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Finds the fault in the log.
	Reference string `json:"reference"`
}

// NotReadyData: The node is starting, or is shutting down. `node.status` says what it is doing.
type NotReadyData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
	// fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
	State NodeState `json:"state"`
}

// BatchTooLargeData: The batch has more calls than the node takes; none was carried out.
type BatchTooLargeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Calls a batch may have.
	Limit int64 `json:"limit"`
}

// BodyTooLargeData: The request has more bytes than the node takes.
type BodyTooLargeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Bytes a request may have.
	Limit int64 `json:"limit"`
}

// ResponseTooLargeData: The answers to a batch have reached the limit. This call was not carried out: ask
// again in another batch.
type ResponseTooLargeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Bytes the answers may have.
	Limit int64 `json:"limit"`
}

// DevOnlyData: Methods of the group dev exist on development networks alone.
type DevOnlyData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The network.
	Network Network `json:"network"`
}

// IdempotencyConflictData: A call with this key has been stored, and its parameters were others. Use a new
// key for a new call.
type IdempotencyConflictData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// BlockNotFoundData: The chain has no such block, or not yet.
type BlockNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The height of a block; genesis is 0.
	Height *Height `json:"height,omitempty"`

	// The id of a block: the hash of its header, lower-case hex.
	ID BlockID `json:"id,omitempty"`
}

// TransactionNotFoundData: Neither the chain nor the waiting transactions have it.
type TransactionNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`

	// On a node that prunes: what became final below this height is not known here.
	EarliestHeight *Height `json:"earliestHeight,omitempty"`
}

// OutputNotFoundData: The chain has no such output, or not yet.
type OutputNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`

	// On a node that prunes: what became final below this height is not known here.
	EarliestHeight *Height `json:"earliestHeight,omitempty"`
}

// InvalidTransactionData: A rule of the network is broken; `rule` names it.
type InvalidTransactionData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The rule, such as `invalid_proof`, `invalid_signature`, `unbalanced`, `invalid_shape`.
	Rule string `json:"rule"`

	// For the rule `stake_refused`: the rule of staking, such as `last_validator`.
	StakeRule string `json:"stakeRule,omitempty"`
}

// InputSpentData: A coin the transaction spends does not exist, is spent, or is spent by another waiting
// transaction.
type InputSpentData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId,omitempty"`
}

// MempoolFullData: The node takes no more transactions until blocks have taken some.
type MempoolFullData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// PayloadPrunedData: The retention period is over and this node has dropped the payload.
type PayloadPrunedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`
}

// BlockPrunedData: This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps
// headers and certificates alone. An archive node has the rest.
type BlockPrunedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Of the first block that is missing.
	Height Height `json:"height"`

	// The lowest height from which on the node has every block.
	EarliestHeight Height `json:"earliestHeight"`
}

// AccountNotFoundData: This node has no such account.
type AccountNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`
}

// AccountExistsData: The phrase or the view key belongs to an account this node has.
type AccountExistsData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Use that one.
	AccountID AccountID `json:"accountId"`

	// A name for people; the node gives it no meaning.
	Name AccountName `json:"name"`
}

// AccountLockedData: Unlock it with `account.unlock` first.
type AccountLockedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`
}

// WrongPassphraseData: The passphrase does not open the key file, which is in order; or one is needed and
// none was given.
type WrongPassphraseData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// KeyFileDamagedData: The key file cannot be read, whatever the passphrase. Remove the account and recover it
// from its phrase.
type KeyFileDamagedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`
}

// InvalidRecoveryPhraseData: The phrase is not 24 words of the English BIP-39 list, or its checksum does not
// hold.
type InvalidRecoveryPhraseData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What is wrong with it.
	Reason string `json:"reason"`

	// Which word is unknown, from 1.
	Position *int64 `json:"position,omitempty"`
}

// InvalidViewKeyData: The view key is malformed or of another network.
type InvalidViewKeyData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// ViewOnlyData: It was imported from a view key and has no spend key.
type ViewOnlyData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an account: 8 bytes derived from its view key, the same after every recovery.
	AccountID AccountID `json:"accountId"`
}

// InsufficientFundsData: The account cannot pay amount and fee. What is locked may come free as unfinished
// payments become final.
type InsufficientFundsData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Available Amount `json:"available"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Locked Amount `json:"locked"`

	// With the fee.
	Needed Amount `json:"needed"`

	// What of `needed` is fee.
	Fee Amount `json:"fee"`
}

// InvalidAddressData: The address is malformed: a typing error, or not an address of Stegos.
type InvalidAddressData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// WrongNetworkData: The address is good, but for another network.
type WrongNetworkData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The network.
	Expected Network `json:"expected"`

	// The network.
	Found Network `json:"found"`
}

// AmountTooLargeData: Amounts and fees together exceed 64 bits.
type AmountTooLargeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// PaymentNotFoundData: The accounts of this node have no such payment.
type PaymentNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`
}

// NotCancellableData: It has been broadcast; only a payment that is still `created` can be taken back.
type NotCancellableData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`

	// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
	// network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
	// `cancelled`: taken back before it was broadcast.
	Status PaymentStatus `json:"status"`
}

// NotProvableData: The account does not know the secret of this payment: it was received, not sent, or its
// record is gone.
type NotProvableData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
	// again after an account is recovered from its phrase; lower-case hex.
	PaymentID PaymentID `json:"paymentId"`
}

// NothingToConsolidateData: The account has fewer than two coins it could merge.
type NothingToConsolidateData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// PayloadTooLargeData: The message exceeds what may be sent.
type PayloadTooLargeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Bytes that may be sent.
	Limit int64 `json:"limit"`

	// Bytes there were.
	Size *int64 `json:"size,omitempty"`
}

// MessageNotFoundData: The accounts of this node have no such message.
type MessageNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
	MessageID MessageID `json:"messageId"`
}

// NotForAccountData: The account cannot read the payload: it is not for it.
type NotForAccountData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of an output, unique for all time, lower-case hex.
	OutputID OutputID `json:"outputId"`
}

// UnknownValidatorData: No validator with this key or id is registered.
type UnknownValidatorData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The key or id that was asked for.
	Validator Hex `json:"validator"`
}

// UnknownStakeData: The account has no stake of this id.
type UnknownStakeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`
}

// BelowMinimumData: Less than the rules of staking allow: of a deposit, of an operator's own stake, of what
// stays, or of what is taken out; `of` says which.
type BelowMinimumData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Minimum Amount `json:"minimum"`

	// `deposit`: a deposit is at least that. `own_stake`: so is what an operator stakes itself. `rest`,
	// `own_rest`: so much has to stay, unless all is taken out. `withdrawal`: less is hardly worth the fee of
	// taking it out in the end.
	Of string `json:"of"`
}

// StakeLockedData: All of the stake is on its way out already. The wallet withdraws it when it is released.
type StakeLockedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`

	// An epoch; the first one has number 1.
	ReleaseEpoch EpochNumber `json:"releaseEpoch"`

	// The height of a block; genesis is 0.
	ReleaseHeight Height `json:"releaseHeight"`
}

// StakeFrozenData: Its validator contradicted itself; what is left may be taken out when the unbonding time
// is over.
type StakeFrozenData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`
}

// StakeBusyData: Try again when it is final.
type StakeBusyData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`
}

// InsufficientStakeData: More was asked for than the stake is worth.
type InsufficientStakeData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`

	// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000 base
	// units.
	Staked Amount `json:"staked"`
}

// StakeWithdrawnData: All of it was taken out before.
type StakeWithdrawnData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a stake of an account from its deposit to the end of its withdrawal, and again after the
	// account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
	StakeID StakeID `json:"stakeId"`
}

// NoValidatorData: The node has no validator key: name a validator.
type NoValidatorData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// ValidatorClosedData: It is leaving or frozen.
type ValidatorClosedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`

	// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
	// its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
	// itself.
	Status ValidatorStatus `json:"status"`
}

// NotOperatorData: The account is not the operator of this validator.
type NotOperatorData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What names a validator for all time, whatever its key is; lower-case hex.
	ValidatorID ValidatorID `json:"validatorId"`
}

// StakeRefusedData: The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks
// for.
type StakeRefusedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The rule, such as `commission_step` or `last_validator`.
	Rule string `json:"rule"`

	// The rule in a sentence, with its numbers.
	Explanation string `json:"explanation"`

	// For `commission_step`: the most there may be next.
	Limit *BasisPoints `json:"limit,omitempty"`

	// For `commission_step`: what was asked for.
	Asked *BasisPoints `json:"asked,omitempty"`
}

// NoDrawData: No award is drawn at present, or its draw has no seed yet: see stake.award.
type NoDrawData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// `open`: no draw is under way. `frozen`: one is, and its seed is not there yet.
	State string `json:"state"`
}

// ProofNotReadyData: The node has not worked out the delay of the draw. Ask again, or, where `proving` is
// false, start the node with `--award-prover on`.
type ProofNotReadyData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The award period of the draw.
	Period int64 `json:"period"`

	// Whether the node works it out.
	Proving bool `json:"proving"`

	// How far it has come; absent where it does not work it out.
	Percent *int64 `json:"percent,omitempty"`
}

// InvalidAwardProofData: The proof is not one for the seed of the draw that waits.
type InvalidAwardProofData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The award period of the draw.
	Period int64 `json:"period"`
}

// StakeClaimedData: Only one of the two can be in the chain. Try again when the other is final, or has been
// dropped.
type StakeClaimedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a transaction, lower-case hex.
	TransactionID TransactionID `json:"transactionId"`
}

// UnauthorizedData: No token was given, or one this node does not know.
type UnauthorizedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// ScopeMissingData: The token lacks the scope of the method.
type ScopeMissingData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The scope that is needed.
	Scope string `json:"scope"`
}

// RateLimitedData: Wait as long as `retryAfter` says.
type RateLimitedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Seconds to wait.
	RetryAfter float64 `json:"retryAfter"`
}

// HostNotAllowedData: The Host or the Origin of the request is not one this node serves (a guard against DNS
// rebinding).
type HostNotAllowedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// TokenExpiredData: The time the token was made for is over. Ask its maker for another one.
type TokenExpiredData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// A time, RFC 3339 in UTC with milliseconds.
	ExpiredAt Timestamp `json:"expiredAt"`
}

// TokenRevokedData: Somebody revoked the token, or the one it was made with.
type TokenRevokedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// MethodNotAllowedData: The token has the scope, but is narrowed to methods among which this one is not.
type MethodNotAllowedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The method that was called.
	Method string `json:"method"`
}

// AccountNotAllowedData: The token is narrowed to accounts. Either the account is not one of them, whether or
// not it exists, or the method is about all accounts.
type AccountNotAllowedData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The account that was named; absent for a method that is about all accounts.
	AccountID AccountID `json:"accountId,omitempty"`
}

// OverBudgetData: Amount and fee are more than is left of what the token may move in this time. Nothing was
// made. Repeating does not help before `freeAt`.
type OverBudgetData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// What the token may move in a period.
	Budget Amount `json:"budget"`

	// Seconds of the period.
	Period int64 `json:"period"`

	// What is left of it now.
	Left Amount `json:"left"`

	// What the call would take, as far as it was known.
	Needed Amount `json:"needed"`

	// When as much as is needed is free again, if nothing else is spent; absent when it is more than the whole
	// budget.
	FreeAt *Timestamp `json:"freeAt,omitempty"`
}

// TokenNotFoundData: The node has no token of that id. The owner's cannot be revoked: remove its file, and
// start the node anew.
type TokenNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`.
	TokenID TokenID `json:"tokenId"`
}

// TooManyTokensData: The node keeps no more active tokens. Revoke some.
type TooManyTokensData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Active tokens there may be.
	Limit int64 `json:"limit"`
}

// InvalidCursorData: The cursor is not one this node gave for this list or stream.
type InvalidCursorData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// CursorExpiredData: Events after the cursor are no longer kept. Read the lists and subscribe anew.
type CursorExpiredData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// WebsocketRequiredData: Connect to /ws to subscribe.
type WebsocketRequiredData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`
}

// TooManySubscriptionsData: The connection has as many subscriptions as it may.
type TooManySubscriptionsData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// Subscriptions a connection may have.
	Limit int64 `json:"limit"`
}

// SubscriptionNotFoundData: This connection has no such subscription.
type SubscriptionNotFoundData struct {
	Type string `json:"type"`

	// Whether the same call may succeed later.
	Retryable bool `json:"retryable"`

	// The id that was given.
	Subscription string `json:"subscription"`
}
