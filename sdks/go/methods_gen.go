// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

import "context"

// Methods has all methods of the contract, in their groups.
type Methods struct {
	RPC     RPCMethods
	Node    NodeMethods
	Chain   ChainMethods
	Account AccountMethods
	Payment PaymentMethods
	Message MessageMethods
	Stake   StakeMethods
	Token   TokenMethods
	Dev     DevMethods
}

func newMethods(c *caller) Methods {
	return Methods{
		RPC:     RPCMethods{c},
		Node:    NodeMethods{c},
		Chain:   ChainMethods{c},
		Account: AccountMethods{c},
		Payment: PaymentMethods{c},
		Message: MessageMethods{c},
		Stake:   StakeMethods{c},
		Token:   TokenMethods{c},
		Dev:     DevMethods{c},
	}
}

// RPCMethods has the methods rpc.*.
type RPCMethods struct{ caller *caller }

// Discover calls rpc.discover: The contract. Returns the OpenRPC document this node serves, the same as `GET
// /openrpc.json`.
func (m RPCMethods) Discover(ctx context.Context) (*ContractDocument, error) {
	return invoke[ContractDocument](ctx, m.caller, "rpc.discover", "", struct{}{})
}

// NodeMethods has the methods node.*.
type NodeMethods struct{ caller *caller }

// Status calls node.status: State of the node. Answers at any time, also while the node starts, follows the
// chain or proves, and says what it is doing.
func (m NodeMethods) Status(ctx context.Context) (*NodeStatus, error) {
	return invoke[NodeStatus](ctx, m.caller, "node.status", "", struct{}{})
}

// NodePeersParams are the parameters of node.peers.
type NodePeersParams struct {
	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`
}

// Peers calls node.peers: Nodes it is connected to. A node on its own, such as a development network, has
// none. Errors of its own: ErrInvalidCursor.
func (m NodeMethods) Peers(ctx context.Context, params NodePeersParams) (*PeerPage, error) {
	return invoke[PeerPage](ctx, m.caller, "node.peers", "", params)
}

// Version calls node.version: Versions. Versions of the software, of the contract and of what it runs on.
func (m NodeMethods) Version(ctx context.Context) (*NodeVersion, error) {
	return invoke[NodeVersion](ctx, m.caller, "node.version", "", struct{}{})
}

// ChainMethods has the methods chain.*.
type ChainMethods struct{ caller *caller }

// Status calls chain.status: Head of the chain. The last final block, the size of the unspent set and the
// transactions that wait. Errors of its own: ErrNotReady.
func (m ChainMethods) Status(ctx context.Context) (*ChainStatus, error) {
	return invoke[ChainStatus](ctx, m.caller, "chain.status", "", struct{}{})
}

// ChainBlockParams are the parameters of chain.block.
type ChainBlockParams struct {
	// Its height.
	Height *Height `json:"height,omitempty"`

	// Its id.
	ID BlockID `json:"id,omitempty"`
}

// Block calls chain.block: One block. By height or by id; exactly one of the two. A block a node tells about
// is final: it never changes. Give exactly one of Height and ID. Errors of its own: ErrBlockNotFound,
// ErrBlockPruned, ErrNotReady.
func (m ChainMethods) Block(ctx context.Context, params ChainBlockParams) (*Block, error) {
	return invoke[Block](ctx, m.caller, "chain.block", "", params)
}

// ChainBlocksParams are the parameters of chain.blocks.
type ChainBlocksParams struct {
	// First height of the first page; ignored with a cursor.
	From *Height `json:"from,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// Blocks calls chain.blocks: Blocks in order. Walks along the chain. To follow it from there on, subscribe to
// `chain.block`. Errors of its own: ErrInvalidCursor, ErrBlockPruned, ErrNotReady.
func (m ChainMethods) Blocks(ctx context.Context, params ChainBlocksParams) (*BlockPage, error) {
	return invoke[BlockPage](ctx, m.caller, "chain.blocks", "", params)
}

// ChainTransactionParams are the parameters of chain.transaction.
type ChainTransactionParams struct {
	// Its id.
	TransactionID TransactionID `json:"transactionId"`

	// Whether to give its bytes, too.
	Encoded *bool `json:"encoded,omitempty"`
}

// Transaction calls chain.transaction: One transaction. From the chain or from those that wait in public. One
// that a node was handed a moment ago may not be public yet. Errors of its own: ErrTransactionNotFound,
// ErrNotReady.
func (m ChainMethods) Transaction(ctx context.Context, params ChainTransactionParams) (*Transaction, error) {
	return invoke[Transaction](ctx, m.caller, "chain.transaction", "", params)
}

// ChainOutputParams are the parameters of chain.output.
type ChainOutputParams struct {
	// Its id.
	OutputID OutputID `json:"outputId"`

	// Whether to give the encrypted payload, too.
	Payload *bool `json:"payload,omitempty"`
}

// Output calls chain.output: One output. What everybody sees of an output. Only its receiver can tell what it
// holds. Errors of its own: ErrOutputNotFound, ErrNotReady.
func (m ChainMethods) Output(ctx context.Context, params ChainOutputParams) (*Output, error) {
	return invoke[Output](ctx, m.caller, "chain.output", "", params)
}

// ChainOutputsParams are the parameters of chain.outputs.
type ChainOutputsParams struct {
	// First height of the first page; ignored with a cursor.
	From *Height `json:"from,omitempty"`

	// Only those that are not spent.
	Unspent *bool `json:"unspent,omitempty"`

	// Whether to give the encrypted payloads, too.
	Payload *bool `json:"payload,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`
}

// Outputs calls chain.outputs: Outputs in order of the chain. For wallets that scan by themselves. Asking for
// all of them tells nobody which ones are yours. Errors of its own: ErrInvalidCursor, ErrBlockPruned,
// ErrNotReady.
func (m ChainMethods) Outputs(ctx context.Context, params ChainOutputsParams) (*OutputPage, error) {
	return invoke[OutputPage](ctx, m.caller, "chain.outputs", "", params)
}

// Supply calls chain.supply: How much money exists. With what is needed to check it: the commitments of all
// unspent outputs sum to `circulating`·B + `blinding`·B_blinding, and each mint opens its commitment. Errors
// of its own: ErrNotReady.
func (m ChainMethods) Supply(ctx context.Context) (*Supply, error) {
	return invoke[Supply](ctx, m.caller, "chain.supply", "", struct{}{})
}

// Params calls chain.params: Parameters of the network. Every node of a network agrees on them. Errors of its
// own: ErrNotReady.
func (m ChainMethods) Params(ctx context.Context) (*ChainParams, error) {
	return invoke[ChainParams](ctx, m.caller, "chain.params", "", struct{}{})
}

// Fees calls chain.fees: What transactions cost. The fee depends on the number of inputs and outputs alone,
// so that it tells nothing. Errors of its own: ErrNotReady.
func (m ChainMethods) Fees(ctx context.Context) (*Fees, error) {
	return invoke[Fees](ctx, m.caller, "chain.fees", "", struct{}{})
}

// ChainSubmitParams are the parameters of chain.submit.
type ChainSubmitParams struct {
	// Its bytes.
	Transaction Hex `json:"transaction"`
}

// Submit calls chain.submit: Hand on a transaction made elsewhere. Checks it completely, keeps it and hands
// it on. One that the node has already is answered the same way, so repeating is safe without a key. A node
// with neighbours hands it to one of them first, so that nobody can tell where it comes from: until it is
// public, which takes seconds, `chain.transaction` does not find it. Errors of its own:
// ErrInvalidTransaction, ErrInputSpent, ErrStakeClaimed, ErrMempoolFull, ErrNotReady.
func (m ChainMethods) Submit(ctx context.Context, params ChainSubmitParams) (*SubmittedTransaction, error) {
	return invoke[SubmittedTransaction](ctx, m.caller, "chain.submit", "", params)
}

// AccountMethods has the methods account.*.
type AccountMethods struct{ caller *caller }

// AccountCreateParams are the parameters of account.create.
type AccountCreateParams struct {
	// A name for people.
	Name AccountName `json:"name,omitempty"`

	// Encrypts the key file.
	Passphrase Passphrase `json:"passphrase,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Create calls account.create: Make an account. Returns the recovery phrase this once. With a passphrase the
// key file is encrypted; the account starts unlocked either way. Errors of its own: ErrNotReady,
// ErrIdempotencyConflict.
func (m AccountMethods) Create(ctx context.Context, params AccountCreateParams) (*AccountCreated, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[AccountCreated](ctx, m.caller, "account.create", params.IdempotencyKey, params)
}

// AccountRecoverParams are the parameters of account.recover.
type AccountRecoverParams struct {
	// The 24 words.
	RecoveryPhrase RecoveryPhrase `json:"recoveryPhrase"`

	// A name for people.
	Name AccountName `json:"name,omitempty"`

	// Encrypts the key file.
	Passphrase Passphrase `json:"passphrase,omitempty"`

	// Where to begin to read; genesis when absent.
	From *Height `json:"from,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Recover calls account.recover: Restore an account from its phrase. Balance, history and messages come back
// as the chain is read again; `account.get` tells how far it is. Give the height the account was made at, if
// you know it, to save time. Errors of its own: ErrInvalidRecoveryPhrase, ErrAccountExists, ErrBlockPruned,
// ErrNotReady, ErrIdempotencyConflict.
func (m AccountMethods) Recover(ctx context.Context, params AccountRecoverParams) (*AccountRecovered, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[AccountRecovered](ctx, m.caller, "account.recover", params.IdempotencyKey, params)
}

// AccountListParams are the parameters of account.list.
type AccountListParams struct {
	// True for those the node keeps for itself instead: on a development network that of the faucet, which also
	// operates the validator. They can be used like any other, by their id.
	Internal *bool `json:"internal,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`
}

// List calls account.list: Accounts on this node. In the order they came to this node. Errors of its own:
// ErrInvalidCursor, ErrNotReady.
func (m AccountMethods) List(ctx context.Context, params AccountListParams) (*AccountPage, error) {
	return invoke[AccountPage](ctx, m.caller, "account.list", "", params)
}

// AccountGetParams are the parameters of account.get.
type AccountGetParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`
}

// Get calls account.get: One account. Whether it is locked, and how far the chain has been read for it.
// Errors of its own: ErrAccountNotFound, ErrNotReady.
func (m AccountMethods) Get(ctx context.Context, params AccountGetParams) (*Account, error) {
	return invoke[Account](ctx, m.caller, "account.get", "", params)
}

// AccountUnlockParams are the parameters of account.unlock.
type AccountUnlockParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The passphrase.
	Passphrase Passphrase `json:"passphrase"`
}

// Unlock calls account.unlock: Unlock an account. Decrypts the spend key and keeps it in memory until
// `account.lock` or until the node stops. Changes nothing for an account without a passphrase, or one that is
// unlocked. Errors of its own: ErrAccountNotFound, ErrWrongPassphrase, ErrKeyFileDamaged, ErrViewOnly,
// ErrNotReady.
func (m AccountMethods) Unlock(ctx context.Context, params AccountUnlockParams) (*Account, error) {
	return invoke[Account](ctx, m.caller, "account.unlock", "", params)
}

// AccountLockParams are the parameters of account.lock.
type AccountLockParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`
}

// Lock calls account.lock: Lock an account. Forgets the spend key. Payments that are created are still
// broadcast, for they are signed; deposits and messages are followed. An account without a passphrase stays
// as it is. Errors of its own: ErrAccountNotFound, ErrNotReady.
func (m AccountMethods) Lock(ctx context.Context, params AccountLockParams) (*Account, error) {
	return invoke[Account](ctx, m.caller, "account.lock", "", params)
}

// AccountRemoveParams are the parameters of account.remove.
type AccountRemoveParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The passphrase, when one protects the account.
	Passphrase Passphrase `json:"passphrase,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Remove calls account.remove: Remove an account from this node. Deletes its keys and all that is known of
// it. The phrase brings it back; without the phrase its money is lost. Errors of its own: ErrAccountNotFound,
// ErrWrongPassphrase, ErrNotReady, ErrIdempotencyConflict.
func (m AccountMethods) Remove(ctx context.Context, params AccountRemoveParams) (*AccountRemoved, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[AccountRemoved](ctx, m.caller, "account.remove", params.IdempotencyKey, params)
}

// AccountChangePassphraseParams are the parameters of account.changePassphrase.
type AccountChangePassphraseParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The passphrase so far, when there is one.
	Passphrase Passphrase `json:"passphrase,omitempty"`

	// The new one.
	NewPassphrase Passphrase `json:"newPassphrase,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// ChangePassphrase calls account.changePassphrase: Change, set or drop the passphrase. Without
// `newPassphrase` the key file is no longer encrypted. The account is unlocked afterwards. Errors of its own:
// ErrAccountNotFound, ErrWrongPassphrase, ErrKeyFileDamaged, ErrViewOnly, ErrNotReady,
// ErrIdempotencyConflict.
func (m AccountMethods) ChangePassphrase(ctx context.Context, params AccountChangePassphraseParams) (*Account, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Account](ctx, m.caller, "account.changePassphrase", params.IdempotencyKey, params)
}

// AccountRecoveryPhraseParams are the parameters of account.recoveryPhrase.
type AccountRecoveryPhraseParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The passphrase, when one protects the account.
	Passphrase Passphrase `json:"passphrase,omitempty"`
}

// RecoveryPhrase calls account.recoveryPhrase: Show the recovery phrase again. Needs the passphrase when one
// protects the account, also while it is unlocked. Errors of its own: ErrAccountNotFound, ErrWrongPassphrase,
// ErrKeyFileDamaged, ErrViewOnly, ErrNotReady.
func (m AccountMethods) RecoveryPhrase(ctx context.Context, params AccountRecoveryPhraseParams) (*AccountPhrase, error) {
	return invoke[AccountPhrase](ctx, m.caller, "account.recoveryPhrase", "", params)
}

// AccountAddressParams are the parameters of account.address.
type AccountAddressParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// A name for people.
	Label string `json:"label,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Address calls account.address: A new address. Makes the next subaddress. Addresses are free, and nobody can
// link two of them: give each customer one of his own. Needs no more than `read`, since nothing can be lost
// by it. Errors of its own: ErrAccountNotFound, ErrNotReady, ErrIdempotencyConflict.
func (m AccountMethods) Address(ctx context.Context, params AccountAddressParams) (*AccountAddress, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[AccountAddress](ctx, m.caller, "account.address", params.IdempotencyKey, params)
}

// AccountAddressesParams are the parameters of account.addresses.
type AccountAddressesParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`
}

// Addresses calls account.addresses: Addresses of an account. The main address first, then in the order they
// were made. Errors of its own: ErrAccountNotFound, ErrInvalidCursor, ErrNotReady.
func (m AccountMethods) Addresses(ctx context.Context, params AccountAddressesParams) (*AddressPage, error) {
	return invoke[AddressPage](ctx, m.caller, "account.addresses", "", params)
}

// AccountBalanceParams are the parameters of account.balance.
type AccountBalanceParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`
}

// Balance calls account.balance: What an account owns. As of the block the account has been read up to.
// Errors of its own: ErrAccountNotFound, ErrNotReady.
func (m AccountMethods) Balance(ctx context.Context, params AccountBalanceParams) (*Balance, error) {
	return invoke[Balance](ctx, m.caller, "account.balance", "", params)
}

// AccountHistoryParams are the parameters of account.history.
type AccountHistoryParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// History calls account.history: What happened to an account. Everything final, in the order of the chain.
// Keep `next` and pass it later to get only what is new. Errors of its own: ErrAccountNotFound,
// ErrInvalidCursor, ErrNotReady.
func (m AccountMethods) History(ctx context.Context, params AccountHistoryParams) (*HistoryPage, error) {
	return invoke[HistoryPage](ctx, m.caller, "account.history", "", params)
}

// AccountOutputsParams are the parameters of account.outputs.
type AccountOutputsParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Only those that stand like this.
	Status CoinStatus `json:"status,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`
}

// Outputs calls account.outputs: Outputs of an account. The coins behind the balance, in the order they came.
// Errors of its own: ErrAccountNotFound, ErrInvalidCursor, ErrNotReady.
func (m AccountMethods) Outputs(ctx context.Context, params AccountOutputsParams) (*CoinPage, error) {
	return invoke[CoinPage](ctx, m.caller, "account.outputs", "", params)
}

// AccountViewKeyParams are the parameters of account.viewKey.
type AccountViewKeyParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The passphrase, when one protects the account.
	Passphrase Passphrase `json:"passphrase,omitempty"`
}

// ViewKey calls account.viewKey: The view key. Lets another node follow the account without being able to
// spend. Whoever has it sees everything, for ever. Errors of its own: ErrAccountNotFound, ErrWrongPassphrase,
// ErrNotReady.
func (m AccountMethods) ViewKey(ctx context.Context, params AccountViewKeyParams) (*AccountViewKey, error) {
	return invoke[AccountViewKey](ctx, m.caller, "account.viewKey", "", params)
}

// AccountImportViewKeyParams are the parameters of account.importViewKey.
type AccountImportViewKeyParams struct {
	// The view key.
	ViewKey ViewKey `json:"viewKey"`

	// A name for people.
	Name AccountName `json:"name,omitempty"`

	// Where to begin to read; genesis when absent.
	From *Height `json:"from,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// ImportViewKey calls account.importViewKey: Follow an account by its view key. The account can view and
// cannot spend. Errors of its own: ErrInvalidViewKey, ErrWrongNetwork, ErrAccountExists, ErrBlockPruned,
// ErrNotReady, ErrIdempotencyConflict.
func (m AccountMethods) ImportViewKey(ctx context.Context, params AccountImportViewKeyParams) (*Account, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Account](ctx, m.caller, "account.importViewKey", params.IdempotencyKey, params)
}

// AccountRescanParams are the parameters of account.rescan.
type AccountRescanParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Where to begin; genesis when absent.
	From *Height `json:"from,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Rescan calls account.rescan: Read the chain again for an account. Reads the chain again from that height
// and adds what was missed; what is known stays, and nothing is told twice. Returns at once; `account.get`
// tells how far it is. Errors of its own: ErrAccountNotFound, ErrBlockPruned, ErrNotReady,
// ErrIdempotencyConflict.
func (m AccountMethods) Rescan(ctx context.Context, params AccountRescanParams) (*Account, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Account](ctx, m.caller, "account.rescan", params.IdempotencyKey, params)
}

// PaymentMethods has the methods payment.*.
type PaymentMethods struct{ caller *caller }

// PaymentSendParams are the parameters of payment.send.
type PaymentSendParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The receiver.
	To Address `json:"to"`

	// How much; the fee comes on top.
	Amount PositiveAmount `json:"amount"`

	// A message that travels with the payment.
	Data Base64 `json:"data,omitempty"`

	// Application tag of that message.
	App AppTag `json:"app,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Send calls payment.send: Pay. Returns as soon as the payment is stored and handed on, and tells what was
// stored: `created`. `payment.status` events carry it on to `final` or `rejected`. With `data` a message
// travels with the money. Errors of its own: ErrAccountNotFound, ErrAccountLocked, ErrViewOnly,
// ErrInsufficientFunds, ErrMempoolFull, ErrInvalidAddress, ErrWrongNetwork, ErrAmountTooLarge,
// ErrPayloadTooLarge, ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m PaymentMethods) Send(ctx context.Context, params PaymentSendParams) (*PaymentSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[PaymentSent](ctx, m.caller, "payment.send", params.IdempotencyKey, params)
}

// PaymentSendManyParams are the parameters of payment.sendMany.
type PaymentSendManyParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The payments.
	Payments []PaymentRequest `json:"payments"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// SendMany calls payment.sendMany: Pay several. Queues ordinary payments, all or none; each is its own
// transaction, so that nobody sees they belong together. Those that wait for coins to come free are `created`
// until then. Errors of its own: ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds,
// ErrMempoolFull, ErrInvalidAddress, ErrWrongNetwork, ErrAmountTooLarge, ErrPayloadTooLarge, ErrNotReady,
// ErrIdempotencyConflict, ErrOverBudget.
func (m PaymentMethods) SendMany(ctx context.Context, params PaymentSendManyParams) (*PaymentsSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[PaymentsSent](ctx, m.caller, "payment.sendMany", params.IdempotencyKey, params)
}

// PaymentSendPublicParams are the parameters of payment.sendPublic.
type PaymentSendPublicParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The receiver.
	To Address `json:"to"`

	// How much; the fee comes on top.
	Amount PositiveAmount `json:"amount"`

	// A message that travels with the payment.
	Data Base64 `json:"data,omitempty"`

	// Application tag of that message.
	App AppTag `json:"app,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// SendPublic calls payment.sendPublic: Pay and get a receipt. An ordinary payment, and at once the receipt
// that `payment.prove` would make. On the chain it looks like any other. Errors of its own:
// ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds, ErrMempoolFull, ErrInvalidAddress,
// ErrWrongNetwork, ErrAmountTooLarge, ErrPayloadTooLarge, ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m PaymentMethods) SendPublic(ctx context.Context, params PaymentSendPublicParams) (*PublicPaymentSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[PublicPaymentSent](ctx, m.caller, "payment.sendPublic", params.IdempotencyKey, params)
}

// PaymentEstimateParams are the parameters of payment.estimate.
type PaymentEstimateParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The receiver, to have the address checked.
	To Address `json:"to,omitempty"`

	// How much; 0 for a message.
	Amount Amount `json:"amount"`

	// The data that would travel with it.
	Data Base64 `json:"data,omitempty"`
}

// Estimate calls payment.estimate: What a payment would take. Fee, transactions and coins, without making
// anything. Errors of its own: ErrAccountNotFound, ErrInvalidAddress, ErrWrongNetwork, ErrAmountTooLarge,
// ErrPayloadTooLarge, ErrNotReady.
func (m PaymentMethods) Estimate(ctx context.Context, params PaymentEstimateParams) (*PaymentEstimate, error) {
	return invoke[PaymentEstimate](ctx, m.caller, "payment.estimate", "", params)
}

// PaymentGetParams are the parameters of payment.get.
type PaymentGetParams struct {
	// Its id.
	PaymentID PaymentID `json:"paymentId"`

	// The account whose record is wanted.
	AccountID AccountID `json:"accountId,omitempty"`
}

// Get calls payment.get: One payment. As the sender knows it when the sender is on this node, otherwise as
// the receiver does; name the account to choose. Errors of its own: ErrPaymentNotFound, ErrAccountNotFound,
// ErrNotReady.
func (m PaymentMethods) Get(ctx context.Context, params PaymentGetParams) (*Payment, error) {
	return invoke[Payment](ctx, m.caller, "payment.get", "", params)
}

// PaymentListParams are the parameters of payment.list.
type PaymentListParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Only those sent, or only those received.
	Direction Direction `json:"direction,omitempty"`

	// Only those that stand like this.
	Status PaymentStatus `json:"status,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// List calls payment.list: Payments of an account. Also those that are not final yet. In the order they were
// made on this node or came to it. Errors of its own: ErrAccountNotFound, ErrInvalidCursor, ErrNotReady.
func (m PaymentMethods) List(ctx context.Context, params PaymentListParams) (*PaymentPage, error) {
	return invoke[PaymentPage](ctx, m.caller, "payment.list", "", params)
}

// PaymentCancelParams are the parameters of payment.cancel.
type PaymentCancelParams struct {
	// Its id.
	PaymentID PaymentID `json:"paymentId"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Cancel calls payment.cancel: Take back a payment. Possible as long as it is `created`. Of several payments
// that build on each other, later ones are cancelled with it. Errors of its own: ErrPaymentNotFound,
// ErrNotCancellable, ErrNotReady, ErrIdempotencyConflict.
func (m PaymentMethods) Cancel(ctx context.Context, params PaymentCancelParams) (*Payment, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Payment](ctx, m.caller, "payment.cancel", params.IdempotencyKey, params)
}

// PaymentProveParams are the parameters of payment.prove.
type PaymentProveParams struct {
	// Its id.
	PaymentID PaymentID `json:"paymentId"`

	// The account that sent it.
	AccountID AccountID `json:"accountId,omitempty"`

	// What whoever asks for the receipt chose. The receipt is worth nothing under another.
	Challenge Challenge `json:"challenge,omitempty"`
}

// Prove calls payment.prove: A receipt for a payment. Shows anybody whom the payment went to and how much it
// was. Only the sender can make it: it is signed with the key of a coin the payment spent. Errors of its own:
// ErrPaymentNotFound, ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrNotProvable, ErrNotReady.
func (m PaymentMethods) Prove(ctx context.Context, params PaymentProveParams) (*PaymentProof, error) {
	return invoke[PaymentProof](ctx, m.caller, "payment.prove", "", params)
}

// PaymentVerifyProofParams are the parameters of payment.verifyProof.
type PaymentVerifyProofParams struct {
	// The receipt.
	Proof Proof `json:"proof"`

	// The challenge that the receipt was asked for with.
	Challenge Challenge `json:"challenge,omitempty"`
}

// VerifyProof calls payment.verifyProof: Check a receipt. Needs no account: the chain is enough. Errors of
// its own: ErrNotReady.
func (m PaymentMethods) VerifyProof(ctx context.Context, params PaymentVerifyProofParams) (*PaymentProofCheck, error) {
	return invoke[PaymentProofCheck](ctx, m.caller, "payment.verifyProof", "", params)
}

// PaymentConsolidateParams are the parameters of payment.consolidate.
type PaymentConsolidateParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Consolidate calls payment.consolidate: Merge small coins. One transaction from the account to itself that
// merges its smallest coins, up to 16. Repeat while `remaining` is too large. Errors of its own:
// ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds, ErrMempoolFull,
// ErrNothingToConsolidate, ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m PaymentMethods) Consolidate(ctx context.Context, params PaymentConsolidateParams) (*Consolidation, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Consolidation](ctx, m.caller, "payment.consolidate", params.IdempotencyKey, params)
}

// MessageMethods has the methods message.*.
type MessageMethods struct{ caller *caller }

// MessageSendParams are the parameters of message.send.
type MessageSendParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The receiver.
	To Address `json:"to"`

	// The body.
	Body Base64 `json:"body"`

	// Application tag.
	App AppTag `json:"app,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Send calls message.send: Send data. A message is a payment of zero: from outside nothing tells them apart.
// A long body is split over several transactions and joined again by the receiver. Returns as soon as it is
// stored, and tells what was stored: `created`; `message.status` events carry it on. All parts and fees are
// covered, or nothing is sent. Errors of its own: ErrAccountNotFound, ErrAccountLocked, ErrViewOnly,
// ErrInsufficientFunds, ErrMempoolFull, ErrInvalidAddress, ErrWrongNetwork, ErrPayloadTooLarge, ErrNotReady,
// ErrIdempotencyConflict, ErrOverBudget.
func (m MessageMethods) Send(ctx context.Context, params MessageSendParams) (*MessageSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[MessageSent](ctx, m.caller, "message.send", params.IdempotencyKey, params)
}

// MessageGetParams are the parameters of message.get.
type MessageGetParams struct {
	// Its id.
	MessageID MessageID `json:"messageId"`

	// The account whose record is wanted.
	AccountID AccountID `json:"accountId,omitempty"`
}

// Get calls message.get: One message. As the sender knows it when the sender is on this node, otherwise as
// the receiver does; name the account to choose. Errors of its own: ErrMessageNotFound, ErrAccountNotFound,
// ErrNotReady.
func (m MessageMethods) Get(ctx context.Context, params MessageGetParams) (*Message, error) {
	return invoke[Message](ctx, m.caller, "message.get", "", params)
}

// MessageListParams are the parameters of message.list.
type MessageListParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Only those with this application tag.
	App AppTag `json:"app,omitempty"`

	// `in` when absent.
	Direction Direction `json:"direction,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// List calls message.list: Messages of an account. Received and complete ones, in the order they were
// completed, or with `direction` "out" those sent. Reading deletes nothing: keep `next` and pass it later to
// get only what is new. Errors of its own: ErrAccountNotFound, ErrInvalidCursor, ErrNotReady.
func (m MessageMethods) List(ctx context.Context, params MessageListParams) (*MessagePage, error) {
	return invoke[MessagePage](ctx, m.caller, "message.list", "", params)
}

// MessageStatusParams are the parameters of message.status.
type MessageStatusParams struct {
	// Its id.
	MessageID MessageID `json:"messageId"`

	// The account whose record is wanted.
	AccountID AccountID `json:"accountId,omitempty"`
}

// Status calls message.status: Where a message stands. The states and what may follow each are in
// `MessageState`. Errors of its own: ErrMessageNotFound, ErrAccountNotFound, ErrNotReady.
func (m MessageMethods) Status(ctx context.Context, params MessageStatusParams) (*MessageStatus, error) {
	return invoke[MessageStatus](ctx, m.caller, "message.status", "", params)
}

// MessageDecodeParams are the parameters of message.decode.
type MessageDecodeParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The output.
	OutputID OutputID `json:"outputId"`
}

// Decode calls message.decode: Read the payload of one output. For an output that belongs to the account.
// Errors of its own: ErrAccountNotFound, ErrOutputNotFound, ErrNotForAccount, ErrPayloadPruned, ErrNotReady.
func (m MessageMethods) Decode(ctx context.Context, params MessageDecodeParams) (*DecodedPayload, error) {
	return invoke[DecodedPayload](ctx, m.caller, "message.decode", "", params)
}

// StakeMethods has the methods stake.*.
type StakeMethods struct{ caller *caller }

// StakeDepositParams are the parameters of stake.deposit.
type StakeDepositParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// How much; the fee comes on top.
	Amount PositiveAmount `json:"amount"`

	// The validator. Absent: this node's own.
	ValidatorKey ValidatorKey `json:"validatorKey,omitempty"`

	// Share of what others' stake earns that the operator keeps, for a validator that is registered by this;
	// 1000 when absent.
	Commission *BasisPoints `json:"commission,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Deposit calls stake.deposit: Stake. Stakes with a validator: the one that votes with `validatorKey`, or
// this node's own. An account that operates the validator adds to its own stake in it. When this node's own
// validator is not registered yet, the deposit registers it, with the account as its operator: that takes
// `minStake` of `stake.params`. So it does, with a new key, for an operator that has taken all of its own
// stake out, and for anybody when the validator is gone. Returns as soon as it is stored and handed on;
// `stake.status` events carry it on. The money earns from the next epoch on. Every deposit has a key of its
// own that only the account can tell is its, and that its phrase restores. Errors of its own:
// ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds, ErrMempoolFull,
// ErrUnknownValidator, ErrNoValidator, ErrValidatorClosed, ErrBelowMinimum, ErrStakeBusy, ErrStakeRefused,
// ErrAmountTooLarge, ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m StakeMethods) Deposit(ctx context.Context, params StakeDepositParams) (*StakeSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[StakeSent](ctx, m.caller, "stake.deposit", params.IdempotencyKey, params)
}

// StakeWithdrawParams are the parameters of stake.withdraw.
type StakeWithdrawParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The stake.
	StakeID StakeID `json:"stakeId"`

	// How much of it. Absent: all.
	Amount *PositiveAmount `json:"amount,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Withdraw calls stake.withdraw: Take stake out. Begins to take a stake out, or a part of it. It is released
// when the unbonding time is over (at once where it never counted), and the wallet withdraws it then by
// itself. For an `award`, and for what is released, it withdraws at once. Errors of its own:
// ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds, ErrMempoolFull, ErrUnknownStake,
// ErrBelowMinimum, ErrStakeLocked, ErrStakeFrozen, ErrStakeBusy, ErrInsufficientStake, ErrStakeWithdrawn,
// ErrStakeRefused, ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m StakeMethods) Withdraw(ctx context.Context, params StakeWithdrawParams) (*StakeSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[StakeSent](ctx, m.caller, "stake.withdraw", params.IdempotencyKey, params)
}

// StakeConfigureParams are the parameters of stake.configure.
type StakeConfigureParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The validator. Absent: this node's own.
	ValidatorKey ValidatorKey `json:"validatorKey,omitempty"`

	// The commission to come.
	Commission BasisPoints `json:"commission"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Configure calls stake.configure: Set a commission. For operators. A rise is at most `commissionStep` a
// change and holds after `commissionNotice` whole epochs; a cut holds from the next epoch on. Errors of its
// own: ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds, ErrMempoolFull,
// ErrUnknownValidator, ErrNoValidator, ErrNotOperator, ErrStakeBusy, ErrStakeRefused, ErrNotReady,
// ErrIdempotencyConflict, ErrOverBudget.
func (m StakeMethods) Configure(ctx context.Context, params StakeConfigureParams) (*StakeSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[StakeSent](ctx, m.caller, "stake.configure", params.IdempotencyKey, params)
}

// StakeRotateParams are the parameters of stake.rotate.
type StakeRotateParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Rotate calls stake.rotate: Change the validator key. For operators, on the node that runs the validator.
// The node makes a new key, stores it, and votes with it from the next epoch on; until then with the present
// one, whose votes the validator still answers for afterwards. One change at a time: before the next epoch
// another is refused with `stake_refused` and the rule `rotating`. Copies of the key file have to be made
// anew. Errors of its own: ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds,
// ErrMempoolFull, ErrUnknownValidator, ErrNoValidator, ErrNotOperator, ErrStakeBusy, ErrStakeRefused,
// ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m StakeMethods) Rotate(ctx context.Context, params StakeRotateParams) (*StakeSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[StakeSent](ctx, m.caller, "stake.rotate", params.IdempotencyKey, params)
}

// StakeResumeParams are the parameters of stake.resume.
type StakeResumeParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// The validator. Absent: this node's own.
	ValidatorKey ValidatorKey `json:"validatorKey,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Resume calls stake.resume: End a suspension. For operators. A validator that was silent comes back into the
// set with the next epoch. Errors of its own: ErrAccountNotFound, ErrAccountLocked, ErrViewOnly,
// ErrInsufficientFunds, ErrMempoolFull, ErrUnknownValidator, ErrNoValidator, ErrNotOperator, ErrStakeBusy,
// ErrStakeRefused, ErrNotReady, ErrIdempotencyConflict, ErrOverBudget.
func (m StakeMethods) Resume(ctx context.Context, params StakeResumeParams) (*StakeSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[StakeSent](ctx, m.caller, "stake.resume", params.IdempotencyKey, params)
}

// StakeGetParams are the parameters of stake.get.
type StakeGetParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Its id.
	StakeID StakeID `json:"stakeId"`
}

// Get calls stake.get: One stake. As it stands now. Errors of its own: ErrAccountNotFound, ErrUnknownStake,
// ErrNotReady.
func (m StakeMethods) Get(ctx context.Context, params StakeGetParams) (*Stake, error) {
	return invoke[Stake](ctx, m.caller, "stake.get", "", params)
}

// StakeListParams are the parameters of stake.list.
type StakeListParams struct {
	// The account.
	AccountID AccountID `json:"accountId"`

	// Only those that stand like this.
	Status StakeStatus `json:"status,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// List calls stake.list: Stakes of an account. With prizes and bounties of the award that are the account's.
// In the order they were made on this node or found on the chain. Errors of its own: ErrAccountNotFound,
// ErrInvalidCursor, ErrNotReady.
func (m StakeMethods) List(ctx context.Context, params StakeListParams) (*StakePage, error) {
	return invoke[StakePage](ctx, m.caller, "stake.list", "", params)
}

// StakeValidatorsParams are the parameters of stake.validators.
type StakeValidatorsParams struct {
	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// Validators calls stake.validators: Validators. All that are registered, in the order of their ids. Errors
// of its own: ErrInvalidCursor, ErrNotReady.
func (m StakeMethods) Validators(ctx context.Context, params StakeValidatorsParams) (*ValidatorPage, error) {
	return invoke[ValidatorPage](ctx, m.caller, "stake.validators", "", params)
}

// StakeValidatorParams are the parameters of stake.validator.
type StakeValidatorParams struct {
	// Its id.
	ValidatorID ValidatorID `json:"validatorId,omitempty"`

	// A key of it.
	ValidatorKey ValidatorKey `json:"validatorKey,omitempty"`
}

// Validator calls stake.validator: One validator. By its id, or by a key it votes with or ever voted with.
// Give exactly one of ValidatorID and ValidatorKey. Errors of its own: ErrUnknownValidator, ErrNotReady.
func (m StakeMethods) Validator(ctx context.Context, params StakeValidatorParams) (*Validator, error) {
	return invoke[Validator](ctx, m.caller, "stake.validator", "", params)
}

// Epoch calls stake.epoch: The present epoch. Its set, and how far it has come. Errors of its own:
// ErrNotReady.
func (m StakeMethods) Epoch(ctx context.Context) (*Epoch, error) {
	return invoke[Epoch](ctx, m.caller, "stake.epoch", "", struct{}{})
}

// Params calls stake.params: The numbers of staking. Every node of the network agrees on them. Errors of its
// own: ErrNotReady.
func (m StakeMethods) Params(ctx context.Context) (*StakeParams, error) {
	return invoke[StakeParams](ctx, m.caller, "stake.params", "", struct{}{})
}

// StakeRewardsParams are the parameters of stake.rewards.
type StakeRewardsParams struct {
	// Only what it was paid.
	ValidatorID ValidatorID `json:"validatorId,omitempty"`

	// Only what validators were paid that the account operates, or has or had stake with; with what of it is the
	// account's as `earned`.
	AccountID AccountID `json:"accountId,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// Rewards calls stake.rewards: What epochs paid. To validators and those who staked with them. It is added to
// the stake by itself. Errors of its own: ErrAccountNotFound, ErrInvalidCursor, ErrNotReady.
func (m StakeMethods) Rewards(ctx context.Context, params StakeRewardsParams) (*StakeRewardPage, error) {
	return invoke[StakeRewardPage](ctx, m.caller, "stake.rewards", "", params)
}

// Award calls stake.award: The award to come. The pool, the next draw, and for every validator whether it may
// still win, and if not, why. Errors of its own: ErrNotReady.
func (m StakeMethods) Award(ctx context.Context) (*Award, error) {
	return invoke[Award](ctx, m.caller, "stake.award", "", struct{}{})
}

// StakeAwardsParams are the parameters of stake.awards.
type StakeAwardsParams struct {
	// Only that of this period.
	Period *int64 `json:"period,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// Awards calls stake.awards: Awards that are over. With everything it takes to check a draw again without
// trusting this node: `stegos award verify` does. Errors of its own: ErrInvalidCursor, ErrNotReady.
func (m StakeMethods) Awards(ctx context.Context, params StakeAwardsParams) (*AwardRecordPage, error) {
	return invoke[AwardRecordPage](ctx, m.caller, "stake.awards", "", params)
}

// AwardProof calls stake.awardProof: What ties the awards that are over to a block. Everything that the state
// commitment of the last final block is the hash of, and the block's certificate. Whoever trusts that block,
// or the validators that signed it, knows with it that the chain of hashes over the records of `stake.awards`
// is the chain's, and so every one of them. `stegos award proof` keeps it and `stegos award verify --proof`
// checks it, without a node. Errors of its own: ErrNotReady.
func (m StakeMethods) AwardProof(ctx context.Context) (*AwardProof, error) {
	return invoke[AwardProof](ctx, m.caller, "stake.awardProof", "", struct{}{})
}

// StakeProveAwardParams are the parameters of stake.proveAward.
type StakeProveAwardParams struct {
	// The account: it pays the fee, and the bounty is for it.
	AccountID AccountID `json:"accountId"`

	// The proof, from another machine. Absent: the one that this node has worked out.
	Proof DelayProof `json:"proof,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// ProveAward calls stake.proveAward: Post the proof that ends an award's draw. For anybody, validator or not:
// once a draw has its seed, whoever has worked out its delay may post the proof, and gets the bounty, at most
// a tenth of the draw. Without `proof` it is the one that this node has worked out, which takes hours on the
// main network; a node that is started with `--award-prover on` begins as soon as the seed is there, and with
// the same seed again after a restart. Until it is done the answer is `proof_not_ready`: ask again.
// Validators post theirs in the blocks that they lead, so somebody else may be faster; then the operation is
// refused, and costs nothing. `amount` is the bounty. Once the operation is final it is an entry of its own
// in stake.list, with the `stakeId` of the answer, until stake.withdraw takes it. Errors of its own:
// ErrAccountNotFound, ErrAccountLocked, ErrViewOnly, ErrInsufficientFunds, ErrMempoolFull, ErrNoDraw,
// ErrProofNotReady, ErrInvalidAwardProof, ErrStakeBusy, ErrStakeRefused, ErrNotReady, ErrIdempotencyConflict,
// ErrOverBudget.
func (m StakeMethods) ProveAward(ctx context.Context, params StakeProveAwardParams) (*StakeSent, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[StakeSent](ctx, m.caller, "stake.proveAward", params.IdempotencyKey, params)
}

// StakeSlashingsParams are the parameters of stake.slashings.
type StakeSlashingsParams struct {
	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first when absent. A cursor is good for the order it came from.
	Order Order `json:"order,omitempty"`
}

// Slashings calls stake.slashings: Stake that was burnt. Because a validator contradicted itself, or was
// silent while more than a third of the weight was. Errors of its own: ErrInvalidCursor, ErrNotReady.
func (m StakeMethods) Slashings(ctx context.Context, params StakeSlashingsParams) (*SlashingPage, error) {
	return invoke[SlashingPage](ctx, m.caller, "stake.slashings", "", params)
}

// TokenMethods has the methods token.*.
type TokenMethods struct{ caller *caller }

// TokenCreateParams are the parameters of token.create.
type TokenCreateParams struct {
	// For people.
	Name TokenName `json:"name"`

	// What it is for. The caller's token must have all of them.
	Scopes []Scope `json:"scopes"`

	// The only methods it may call, beside `node.version`. Absent: all that its scopes allow.
	Methods []MethodPattern `json:"methods,omitempty"`

	// The only accounts it may know of, which are on the node. Absent: all, also those made later.
	Accounts []AccountID `json:"accounts,omitempty"`

	// What it may move out of accounts at most.
	Budget *TokenBudget `json:"budget,omitempty"`

	// Calls a second it may make, on average.
	Rate *int64 `json:"rate,omitempty"`

	// When it ends, if it is not revoked before.
	ExpiresAt *Timestamp `json:"expiresAt,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Create calls token.create: Make a token. Makes a token that may do less than the one it is made with: fewer
// scopes, some methods, some accounts, so much money in a period, so many calls a second, until some time. It
// is shown this once; the node keeps its hash. What narrows the token of the caller narrows the new one, too.
// Errors of its own: ErrScopeMissing, ErrAccountNotFound, ErrTooManyTokens, ErrNotReady,
// ErrIdempotencyConflict.
func (m TokenMethods) Create(ctx context.Context, params TokenCreateParams) (*TokenCreated, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[TokenCreated](ctx, m.caller, "token.create", params.IdempotencyKey, params)
}

// TokenListParams are the parameters of token.list.
type TokenListParams struct {
	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`
}

// List calls token.list: Tokens. Those that were made, without their secrets, in the order they were made;
// those that are over as well, for a while. Errors of its own: ErrInvalidCursor, ErrNotReady.
func (m TokenMethods) List(ctx context.Context, params TokenListParams) (*TokenPage, error) {
	return invoke[TokenPage](ctx, m.caller, "token.list", "", params)
}

// TokenRevokeParams are the parameters of token.revoke.
type TokenRevokeParams struct {
	// The token.
	TokenID TokenID `json:"tokenId"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Revoke calls token.revoke: End a token. At once: when the answer is there, nothing more is done for the
// token or for those made with it. Its open connections are told and closed. What it sent before stays sent.
// Errors of its own: ErrTokenNotFound, ErrNotReady, ErrIdempotencyConflict.
func (m TokenMethods) Revoke(ctx context.Context, params TokenRevokeParams) (*Token, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Token](ctx, m.caller, "token.revoke", params.IdempotencyKey, params)
}

// TokenAuditParams are the parameters of token.audit.
type TokenAuditParams struct {
	// Only those made with this token.
	TokenID TokenID `json:"tokenId,omitempty"`

	// Goes on after the page that gave it as `next`. Absent: from the beginning.
	Cursor Cursor `json:"cursor,omitempty"`

	// Items at most; 100 when absent.
	Limit *Limit `json:"limit,omitempty"`

	// `oldest` first (the default), or `newest` first.
	Order Order `json:"order,omitempty"`
}

// Audit calls token.audit: Who did what. Calls that changed something, revealed a key, or were refused for
// lack of rights; not those that only read. Kept for a time and up to a number that the operator of the node
// sets. Errors of its own: ErrInvalidCursor, ErrNotReady.
func (m TokenMethods) Audit(ctx context.Context, params TokenAuditParams) (*AuditPage, error) {
	return invoke[AuditPage](ctx, m.caller, "token.audit", "", params)
}

// DevMethods has the methods dev.*.
type DevMethods struct{ caller *caller }

// DevFaucetParams are the parameters of dev.faucet.
type DevFaucetParams struct {
	// Who gets them.
	Address Address `json:"address"`

	// 100 STG when absent.
	Amount *PositiveAmount `json:"amount,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Faucet calls dev.faucet: Free coins. Pays from the faucet of the development network. Errors of its own:
// ErrDevOnly, ErrInvalidAddress, ErrWrongNetwork, ErrInsufficientFunds, ErrNotReady, ErrIdempotencyConflict.
func (m DevMethods) Faucet(ctx context.Context, params DevFaucetParams) (*FaucetPayment, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[FaucetPayment](ctx, m.caller, "dev.faucet", params.IdempotencyKey, params)
}

// DevMineParams are the parameters of dev.mine.
type DevMineParams struct {
	// How many; 1 when absent.
	Blocks *int64 `json:"blocks,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Mine calls dev.mine: Make blocks now. Returns when they are final. Errors of its own: ErrDevOnly,
// ErrNotReady, ErrIdempotencyConflict.
func (m DevMethods) Mine(ctx context.Context, params DevMineParams) (*Mined, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[Mined](ctx, m.caller, "dev.mine", params.IdempotencyKey, params)
}

// DevTimeParams are the parameters of dev.time.
type DevTimeParams struct {
	// Seconds to put it forward; 0 when absent.
	Advance *int64 `json:"advance,omitempty"`

	// Makes it safe to repeat the call.
	IdempotencyKey IdempotencyKey `json:"idempotencyKey,omitempty"`
}

// Time calls dev.time: Read or advance the clock. The development network has a clock of its own, which can
// be put forward, never back. Errors of its own: ErrDevOnly, ErrNotReady, ErrIdempotencyConflict.
func (m DevMethods) Time(ctx context.Context, params DevTimeParams) (*DevTime, error) {
	params.IdempotencyKey = keyOr(params.IdempotencyKey)
	return invoke[DevTime](ctx, m.caller, "dev.time", params.IdempotencyKey, params)
}
