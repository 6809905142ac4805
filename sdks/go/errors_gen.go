// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// The errors of the contract: errors.Is(err, stegos.ErrInsufficientFunds). Numbers never change their meaning.
const (
	// ErrParseError (-32700): The body or the message is not valid JSON.
	ErrParseError Symbol = "parse_error"

	// ErrInvalidRequest (-32600): Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method`
	// a string, `params` an object, `id` a string, a number within 2^53 of zero or null.
	ErrInvalidRequest Symbol = "invalid_request"

	// ErrUnknownMethod (-32601): The contract has no method of that name.
	ErrUnknownMethod Symbol = "unknown_method"

	// ErrInvalidParams (-32602): Parameters are missing, unknown or ill-formed.
	ErrInvalidParams Symbol = "invalid_params"

	// ErrInternalError (-32603): A fault of the node. It is in its log under the reference.
	ErrInternalError Symbol = "internal_error"

	// ErrNotReady (-32000): The node is starting, or is shutting down. `node.status` says what it is doing.
	ErrNotReady Symbol = "not_ready"

	// ErrBatchTooLarge (-32001): The batch has more calls than the node takes; none was carried out.
	ErrBatchTooLarge Symbol = "batch_too_large"

	// ErrBodyTooLarge (-32002): The request has more bytes than the node takes.
	ErrBodyTooLarge Symbol = "body_too_large"

	// ErrResponseTooLarge (-32003): The answers to a batch have reached the limit. This call was not carried
	// out: ask again in another batch.
	ErrResponseTooLarge Symbol = "response_too_large"

	// ErrDevOnly (-32004): Methods of the group dev exist on development networks alone.
	ErrDevOnly Symbol = "dev_only"

	// ErrIdempotencyConflict (-32005): A call with this key has been stored, and its parameters were others. Use
	// a new key for a new call.
	ErrIdempotencyConflict Symbol = "idempotency_conflict"

	// ErrBlockNotFound (1000): The chain has no such block, or not yet.
	ErrBlockNotFound Symbol = "block_not_found"

	// ErrTransactionNotFound (1001): Neither the chain nor the waiting transactions have it.
	ErrTransactionNotFound Symbol = "transaction_not_found"

	// ErrOutputNotFound (1002): The chain has no such output, or not yet.
	ErrOutputNotFound Symbol = "output_not_found"

	// ErrInvalidTransaction (1003): A rule of the network is broken; `rule` names it.
	ErrInvalidTransaction Symbol = "invalid_transaction"

	// ErrInputSpent (1004): A coin the transaction spends does not exist, is spent, or is spent by another
	// waiting transaction.
	ErrInputSpent Symbol = "input_spent"

	// ErrMempoolFull (1005): The node takes no more transactions until blocks have taken some.
	ErrMempoolFull Symbol = "mempool_full"

	// ErrPayloadPruned (1006): The retention period is over and this node has dropped the payload.
	ErrPayloadPruned Symbol = "payload_pruned"

	// ErrBlockPruned (1007): This node prunes, or began with a snapshot: of blocks below `earliestHeight` it
	// keeps headers and certificates alone. An archive node has the rest.
	ErrBlockPruned Symbol = "block_pruned"

	// ErrAccountNotFound (1100): This node has no such account.
	ErrAccountNotFound Symbol = "account_not_found"

	// ErrAccountExists (1101): The phrase or the view key belongs to an account this node has.
	ErrAccountExists Symbol = "account_exists"

	// ErrAccountLocked (1102): Unlock it with `account.unlock` first.
	ErrAccountLocked Symbol = "account_locked"

	// ErrWrongPassphrase (1103): The passphrase does not open the key file, which is in order; or one is needed
	// and none was given.
	ErrWrongPassphrase Symbol = "wrong_passphrase"

	// ErrKeyFileDamaged (1104): The key file cannot be read, whatever the passphrase. Remove the account and
	// recover it from its phrase.
	ErrKeyFileDamaged Symbol = "key_file_damaged"

	// ErrInvalidRecoveryPhrase (1105): The phrase is not 24 words of the English BIP-39 list, or its checksum
	// does not hold.
	ErrInvalidRecoveryPhrase Symbol = "invalid_recovery_phrase"

	// ErrInvalidViewKey (1106): The view key is malformed or of another network.
	ErrInvalidViewKey Symbol = "invalid_view_key"

	// ErrViewOnly (1107): It was imported from a view key and has no spend key.
	ErrViewOnly Symbol = "view_only"

	// ErrInsufficientFunds (1200): The account cannot pay amount and fee. What is locked may come free as
	// unfinished payments become final.
	ErrInsufficientFunds Symbol = "insufficient_funds"

	// ErrInvalidAddress (1201): The address is malformed: a typing error, or not an address of Stegos.
	ErrInvalidAddress Symbol = "invalid_address"

	// ErrWrongNetwork (1202): The address is good, but for another network.
	ErrWrongNetwork Symbol = "wrong_network"

	// ErrAmountTooLarge (1203): Amounts and fees together exceed 64 bits.
	ErrAmountTooLarge Symbol = "amount_too_large"

	// ErrPaymentNotFound (1204): The accounts of this node have no such payment.
	ErrPaymentNotFound Symbol = "payment_not_found"

	// ErrNotCancellable (1205): It has been broadcast; only a payment that is still `created` can be taken back.
	ErrNotCancellable Symbol = "not_cancellable"

	// ErrNotProvable (1206): The account does not know the secret of this payment: it was received, not sent, or
	// its record is gone.
	ErrNotProvable Symbol = "not_provable"

	// ErrNothingToConsolidate (1207): The account has fewer than two coins it could merge.
	ErrNothingToConsolidate Symbol = "nothing_to_consolidate"

	// ErrPayloadTooLarge (1300): The message exceeds what may be sent.
	ErrPayloadTooLarge Symbol = "payload_too_large"

	// ErrMessageNotFound (1301): The accounts of this node have no such message.
	ErrMessageNotFound Symbol = "message_not_found"

	// ErrNotForAccount (1302): The account cannot read the payload: it is not for it.
	ErrNotForAccount Symbol = "not_for_account"

	// ErrUnknownValidator (1400): No validator with this key or id is registered.
	ErrUnknownValidator Symbol = "unknown_validator"

	// ErrUnknownStake (1401): The account has no stake of this id.
	ErrUnknownStake Symbol = "unknown_stake"

	// ErrBelowMinimum (1402): Less than the rules of staking allow: of a deposit, of an operator's own stake, of
	// what stays, or of what is taken out; `of` says which.
	ErrBelowMinimum Symbol = "below_minimum"

	// ErrStakeLocked (1403): All of the stake is on its way out already. The wallet withdraws it when it is
	// released.
	ErrStakeLocked Symbol = "stake_locked"

	// ErrStakeFrozen (1404): Its validator contradicted itself; what is left may be taken out when the unbonding
	// time is over.
	ErrStakeFrozen Symbol = "stake_frozen"

	// ErrStakeBusy (1405): Try again when it is final.
	ErrStakeBusy Symbol = "stake_busy"

	// ErrInsufficientStake (1406): More was asked for than the stake is worth.
	ErrInsufficientStake Symbol = "insufficient_stake"

	// ErrNoValidator (1407): The node has no validator key: name a validator.
	ErrNoValidator Symbol = "no_validator"

	// ErrValidatorClosed (1408): It is leaving or frozen.
	ErrValidatorClosed Symbol = "validator_closed"

	// ErrNotOperator (1409): The account is not the operator of this validator.
	ErrNotOperator Symbol = "not_operator"

	// ErrStakeRefused (1410): The operation breaks a rule of staking; `rule` names it, `explanation` says what
	// it asks for.
	ErrStakeRefused Symbol = "stake_refused"

	// ErrStakeClaimed (1411): Only one of the two can be in the chain. Try again when the other is final, or has
	// been dropped.
	ErrStakeClaimed Symbol = "stake_claimed"

	// ErrStakeWithdrawn (1415): All of it was taken out before.
	ErrStakeWithdrawn Symbol = "stake_withdrawn"

	// ErrNoDraw (1416): No award is drawn at present, or its draw has no seed yet: see stake.award.
	ErrNoDraw Symbol = "no_draw"

	// ErrProofNotReady (1417): The node has not worked out the delay of the draw. Ask again, or, where `proving`
	// is false, start the node with `--award-prover on`.
	ErrProofNotReady Symbol = "proof_not_ready"

	// ErrInvalidAwardProof (1418): The proof is not one for the seed of the draw that waits.
	ErrInvalidAwardProof Symbol = "invalid_award_proof"

	// ErrUnauthorized (1600): No token was given, or one this node does not know.
	ErrUnauthorized Symbol = "unauthorized"

	// ErrScopeMissing (1601): The token lacks the scope of the method.
	ErrScopeMissing Symbol = "scope_missing"

	// ErrRateLimited (1602): Wait as long as `retryAfter` says.
	ErrRateLimited Symbol = "rate_limited"

	// ErrHostNotAllowed (1603): The Host or the Origin of the request is not one this node serves (a guard
	// against DNS rebinding).
	ErrHostNotAllowed Symbol = "host_not_allowed"

	// ErrTokenExpired (1604): The time the token was made for is over. Ask its maker for another one.
	ErrTokenExpired Symbol = "token_expired"

	// ErrTokenRevoked (1605): Somebody revoked the token, or the one it was made with.
	ErrTokenRevoked Symbol = "token_revoked"

	// ErrMethodNotAllowed (1606): The token has the scope, but is narrowed to methods among which this one is
	// not.
	ErrMethodNotAllowed Symbol = "method_not_allowed"

	// ErrAccountNotAllowed (1607): The token is narrowed to accounts. Either the account is not one of them,
	// whether or not it exists, or the method is about all accounts.
	ErrAccountNotAllowed Symbol = "account_not_allowed"

	// ErrOverBudget (1608): Amount and fee are more than is left of what the token may move in this time.
	// Nothing was made. Repeating does not help before `freeAt`.
	ErrOverBudget Symbol = "over_budget"

	// ErrTokenNotFound (1609): The node has no token of that id. The owner's cannot be revoked: remove its file,
	// and start the node anew.
	ErrTokenNotFound Symbol = "token_not_found"

	// ErrTooManyTokens (1610): The node keeps no more active tokens. Revoke some.
	ErrTooManyTokens Symbol = "too_many_tokens"

	// ErrInvalidCursor (1700): The cursor is not one this node gave for this list or stream.
	ErrInvalidCursor Symbol = "invalid_cursor"

	// ErrCursorExpired (1701): Events after the cursor are no longer kept. Read the lists and subscribe anew.
	ErrCursorExpired Symbol = "cursor_expired"

	// ErrWebsocketRequired (1702): Connect to /ws to subscribe.
	ErrWebsocketRequired Symbol = "websocket_required"

	// ErrTooManySubscriptions (1703): The connection has as many subscriptions as it may.
	ErrTooManySubscriptions Symbol = "too_many_subscriptions"

	// ErrSubscriptionNotFound (1704): This connection has no such subscription.
	ErrSubscriptionNotFound Symbol = "subscription_not_found"
)

// errorData makes what travels with each error, to be decoded into.
var errorData = map[Symbol]func() any{
	ErrParseError:            func() any { return new(ParseErrorData) },
	ErrInvalidRequest:        func() any { return new(InvalidRequestData) },
	ErrUnknownMethod:         func() any { return new(UnknownMethodData) },
	ErrInvalidParams:         func() any { return new(InvalidParamsData) },
	ErrInternalError:         func() any { return new(InternalErrorData) },
	ErrNotReady:              func() any { return new(NotReadyData) },
	ErrBatchTooLarge:         func() any { return new(BatchTooLargeData) },
	ErrBodyTooLarge:          func() any { return new(BodyTooLargeData) },
	ErrResponseTooLarge:      func() any { return new(ResponseTooLargeData) },
	ErrDevOnly:               func() any { return new(DevOnlyData) },
	ErrIdempotencyConflict:   func() any { return new(IdempotencyConflictData) },
	ErrBlockNotFound:         func() any { return new(BlockNotFoundData) },
	ErrTransactionNotFound:   func() any { return new(TransactionNotFoundData) },
	ErrOutputNotFound:        func() any { return new(OutputNotFoundData) },
	ErrInvalidTransaction:    func() any { return new(InvalidTransactionData) },
	ErrInputSpent:            func() any { return new(InputSpentData) },
	ErrMempoolFull:           func() any { return new(MempoolFullData) },
	ErrPayloadPruned:         func() any { return new(PayloadPrunedData) },
	ErrBlockPruned:           func() any { return new(BlockPrunedData) },
	ErrAccountNotFound:       func() any { return new(AccountNotFoundData) },
	ErrAccountExists:         func() any { return new(AccountExistsData) },
	ErrAccountLocked:         func() any { return new(AccountLockedData) },
	ErrWrongPassphrase:       func() any { return new(WrongPassphraseData) },
	ErrKeyFileDamaged:        func() any { return new(KeyFileDamagedData) },
	ErrInvalidRecoveryPhrase: func() any { return new(InvalidRecoveryPhraseData) },
	ErrInvalidViewKey:        func() any { return new(InvalidViewKeyData) },
	ErrViewOnly:              func() any { return new(ViewOnlyData) },
	ErrInsufficientFunds:     func() any { return new(InsufficientFundsData) },
	ErrInvalidAddress:        func() any { return new(InvalidAddressData) },
	ErrWrongNetwork:          func() any { return new(WrongNetworkData) },
	ErrAmountTooLarge:        func() any { return new(AmountTooLargeData) },
	ErrPaymentNotFound:       func() any { return new(PaymentNotFoundData) },
	ErrNotCancellable:        func() any { return new(NotCancellableData) },
	ErrNotProvable:           func() any { return new(NotProvableData) },
	ErrNothingToConsolidate:  func() any { return new(NothingToConsolidateData) },
	ErrPayloadTooLarge:       func() any { return new(PayloadTooLargeData) },
	ErrMessageNotFound:       func() any { return new(MessageNotFoundData) },
	ErrNotForAccount:         func() any { return new(NotForAccountData) },
	ErrUnknownValidator:      func() any { return new(UnknownValidatorData) },
	ErrUnknownStake:          func() any { return new(UnknownStakeData) },
	ErrBelowMinimum:          func() any { return new(BelowMinimumData) },
	ErrStakeLocked:           func() any { return new(StakeLockedData) },
	ErrStakeFrozen:           func() any { return new(StakeFrozenData) },
	ErrStakeBusy:             func() any { return new(StakeBusyData) },
	ErrInsufficientStake:     func() any { return new(InsufficientStakeData) },
	ErrNoValidator:           func() any { return new(NoValidatorData) },
	ErrValidatorClosed:       func() any { return new(ValidatorClosedData) },
	ErrNotOperator:           func() any { return new(NotOperatorData) },
	ErrStakeRefused:          func() any { return new(StakeRefusedData) },
	ErrStakeClaimed:          func() any { return new(StakeClaimedData) },
	ErrStakeWithdrawn:        func() any { return new(StakeWithdrawnData) },
	ErrNoDraw:                func() any { return new(NoDrawData) },
	ErrProofNotReady:         func() any { return new(ProofNotReadyData) },
	ErrInvalidAwardProof:     func() any { return new(InvalidAwardProofData) },
	ErrUnauthorized:          func() any { return new(UnauthorizedData) },
	ErrScopeMissing:          func() any { return new(ScopeMissingData) },
	ErrRateLimited:           func() any { return new(RateLimitedData) },
	ErrHostNotAllowed:        func() any { return new(HostNotAllowedData) },
	ErrTokenExpired:          func() any { return new(TokenExpiredData) },
	ErrTokenRevoked:          func() any { return new(TokenRevokedData) },
	ErrMethodNotAllowed:      func() any { return new(MethodNotAllowedData) },
	ErrAccountNotAllowed:     func() any { return new(AccountNotAllowedData) },
	ErrOverBudget:            func() any { return new(OverBudgetData) },
	ErrTokenNotFound:         func() any { return new(TokenNotFoundData) },
	ErrTooManyTokens:         func() any { return new(TooManyTokensData) },
	ErrInvalidCursor:         func() any { return new(InvalidCursorData) },
	ErrCursorExpired:         func() any { return new(CursorExpiredData) },
	ErrWebsocketRequired:     func() any { return new(WebsocketRequiredData) },
	ErrTooManySubscriptions:  func() any { return new(TooManySubscriptionsData) },
	ErrSubscriptionNotFound:  func() any { return new(SubscriptionNotFoundData) },
}
