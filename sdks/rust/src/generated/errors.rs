// Generated from openrpc.json by `npm run generate`. Do not edit.

//! The error table.

use serde_json::{from_value, Value};

use super::types::*;

/// What a node refused, with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// The body or the message is not valid JSON.
    ParseError(ParseErrorData),
    /// Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string,
    /// `params` an object, `id` a string, a number within 2^53 of zero or null.
    InvalidRequest(InvalidRequestData),
    /// The contract has no method of that name.
    UnknownMethod(UnknownMethodData),
    /// Parameters are missing, unknown or ill-formed.
    InvalidParams(InvalidParamsData),
    /// A fault of the node. It is in its log under the reference.
    InternalError(InternalErrorData),
    /// The node is starting, or is shutting down. `node.status` says what it is doing.
    NotReady(NotReadyData),
    /// The batch has more calls than the node takes; none was carried out.
    BatchTooLarge(BatchTooLargeData),
    /// The request has more bytes than the node takes.
    BodyTooLarge(BodyTooLargeData),
    /// The answers to a batch have reached the limit. This call was not carried out: ask again in
    /// another batch.
    ResponseTooLarge(ResponseTooLargeData),
    /// Methods of the group dev exist on development networks alone.
    DevOnly(DevOnlyData),
    /// A call with this key has been stored, and its parameters were others. Use a new key for a
    /// new call.
    IdempotencyConflict(IdempotencyConflictData),
    /// The chain has no such block, or not yet.
    BlockNotFound(BlockNotFoundData),
    /// Neither the chain nor the waiting transactions have it.
    TransactionNotFound(TransactionNotFoundData),
    /// The chain has no such output, or not yet.
    OutputNotFound(OutputNotFoundData),
    /// A rule of the network is broken; `rule` names it.
    InvalidTransaction(InvalidTransactionData),
    /// A coin the transaction spends does not exist, is spent, or is spent by another waiting
    /// transaction.
    InputSpent(InputSpentData),
    /// The node takes no more transactions until blocks have taken some.
    MempoolFull(MempoolFullData),
    /// The retention period is over and this node has dropped the payload.
    PayloadPruned(PayloadPrunedData),
    /// This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps
    /// headers and certificates alone. An archive node has the rest.
    BlockPruned(BlockPrunedData),
    /// This node has no such account.
    AccountNotFound(AccountNotFoundData),
    /// The phrase or the view key belongs to an account this node has.
    AccountExists(AccountExistsData),
    /// Unlock it with `account.unlock` first.
    AccountLocked(AccountLockedData),
    /// The passphrase does not open the key file, which is in order; or one is needed and none was
    /// given.
    WrongPassphrase(WrongPassphraseData),
    /// The key file cannot be read, whatever the passphrase. Remove the account and recover it from
    /// its phrase.
    KeyFileDamaged(KeyFileDamagedData),
    /// The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold.
    InvalidRecoveryPhrase(InvalidRecoveryPhraseData),
    /// The view key is malformed or of another network.
    InvalidViewKey(InvalidViewKeyData),
    /// It was imported from a view key and has no spend key.
    ViewOnly(ViewOnlyData),
    /// The account cannot pay amount and fee. What is locked may come free as unfinished payments
    /// become final.
    InsufficientFunds(InsufficientFundsData),
    /// The address is malformed: a typing error, or not an address of Stegos.
    InvalidAddress(InvalidAddressData),
    /// The address is good, but for another network.
    WrongNetwork(WrongNetworkData),
    /// Amounts and fees together exceed 64 bits.
    AmountTooLarge(AmountTooLargeData),
    /// The accounts of this node have no such payment.
    PaymentNotFound(PaymentNotFoundData),
    /// It has been broadcast; only a payment that is still `created` can be taken back.
    NotCancellable(NotCancellableData),
    /// The account does not know the secret of this payment: it was received, not sent, or its
    /// record is gone.
    NotProvable(NotProvableData),
    /// The account has fewer than two coins it could merge.
    NothingToConsolidate(NothingToConsolidateData),
    /// The message exceeds what may be sent.
    PayloadTooLarge(PayloadTooLargeData),
    /// The accounts of this node have no such message.
    MessageNotFound(MessageNotFoundData),
    /// The account cannot read the payload: it is not for it.
    NotForAccount(NotForAccountData),
    /// No validator with this key or id is registered.
    UnknownValidator(UnknownValidatorData),
    /// The account has no stake of this id.
    UnknownStake(UnknownStakeData),
    /// Less than the rules of staking allow: of a deposit, of an operator's own stake, of what
    /// stays, or of what is taken out; `of` says which.
    BelowMinimum(BelowMinimumData),
    /// All of the stake is on its way out already. The wallet withdraws it when it is released.
    StakeLocked(StakeLockedData),
    /// Its validator contradicted itself; what is left may be taken out when the unbonding time is
    /// over.
    StakeFrozen(StakeFrozenData),
    /// Try again when it is final.
    StakeBusy(StakeBusyData),
    /// More was asked for than the stake is worth.
    InsufficientStake(InsufficientStakeData),
    /// The node has no validator key: name a validator.
    NoValidator(NoValidatorData),
    /// It is leaving or frozen.
    ValidatorClosed(ValidatorClosedData),
    /// The account is not the operator of this validator.
    NotOperator(NotOperatorData),
    /// The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks
    /// for.
    StakeRefused(StakeRefusedData),
    /// Only one of the two can be in the chain. Try again when the other is final, or has been
    /// dropped.
    StakeClaimed(StakeClaimedData),
    /// All of it was taken out before.
    StakeWithdrawn(StakeWithdrawnData),
    /// No award is drawn at present, or its draw has no seed yet: see stake.award.
    NoDraw(NoDrawData),
    /// The node has not worked out the delay of the draw. Ask again, or, where `proving` is false,
    /// start the node with `--award-prover on`.
    ProofNotReady(ProofNotReadyData),
    /// The proof is not one for the seed of the draw that waits.
    InvalidAwardProof(InvalidAwardProofData),
    /// No token was given, or one this node does not know.
    Unauthorized(UnauthorizedData),
    /// The token lacks the scope of the method.
    ScopeMissing(ScopeMissingData),
    /// Wait as long as `retryAfter` says.
    RateLimited(RateLimitedData),
    /// The Host or the Origin of the request is not one this node serves (a guard against DNS
    /// rebinding).
    HostNotAllowed(HostNotAllowedData),
    /// The time the token was made for is over. Ask its maker for another one.
    TokenExpired(TokenExpiredData),
    /// Somebody revoked the token, or the one it was made with.
    TokenRevoked(TokenRevokedData),
    /// The token has the scope, but is narrowed to methods among which this one is not.
    MethodNotAllowed(MethodNotAllowedData),
    /// The token is narrowed to accounts. Either the account is not one of them, whether or not it
    /// exists, or the method is about all accounts.
    AccountNotAllowed(AccountNotAllowedData),
    /// Amount and fee are more than is left of what the token may move in this time. Nothing was
    /// made. Repeating does not help before `freeAt`.
    OverBudget(OverBudgetData),
    /// The node has no token of that id. The owner's cannot be revoked: remove its file, and start
    /// the node anew.
    TokenNotFound(TokenNotFoundData),
    /// The node keeps no more active tokens. Revoke some.
    TooManyTokens(TooManyTokensData),
    /// The cursor is not one this node gave for this list or stream.
    InvalidCursor(InvalidCursorData),
    /// Events after the cursor are no longer kept. Read the lists and subscribe anew.
    CursorExpired(CursorExpiredData),
    /// Connect to /ws to subscribe.
    WebsocketRequired(WebsocketRequiredData),
    /// The connection has as many subscriptions as it may.
    TooManySubscriptions(TooManySubscriptionsData),
    /// This connection has no such subscription.
    SubscriptionNotFound(SubscriptionNotFoundData),
    /// An error that is not in the contract of this crate: that of a newer node.
    Unknown {
        /// Its symbol.
        symbol: String,
        /// All that came with it.
        data: Value,
    },
}

impl Refusal {
    /// Its symbol in the contract, such as `insufficient_funds`.
    pub fn symbol(&self) -> &str {
        match self {
            Self::ParseError(_) => "parse_error",
            Self::InvalidRequest(_) => "invalid_request",
            Self::UnknownMethod(_) => "unknown_method",
            Self::InvalidParams(_) => "invalid_params",
            Self::InternalError(_) => "internal_error",
            Self::NotReady(_) => "not_ready",
            Self::BatchTooLarge(_) => "batch_too_large",
            Self::BodyTooLarge(_) => "body_too_large",
            Self::ResponseTooLarge(_) => "response_too_large",
            Self::DevOnly(_) => "dev_only",
            Self::IdempotencyConflict(_) => "idempotency_conflict",
            Self::BlockNotFound(_) => "block_not_found",
            Self::TransactionNotFound(_) => "transaction_not_found",
            Self::OutputNotFound(_) => "output_not_found",
            Self::InvalidTransaction(_) => "invalid_transaction",
            Self::InputSpent(_) => "input_spent",
            Self::MempoolFull(_) => "mempool_full",
            Self::PayloadPruned(_) => "payload_pruned",
            Self::BlockPruned(_) => "block_pruned",
            Self::AccountNotFound(_) => "account_not_found",
            Self::AccountExists(_) => "account_exists",
            Self::AccountLocked(_) => "account_locked",
            Self::WrongPassphrase(_) => "wrong_passphrase",
            Self::KeyFileDamaged(_) => "key_file_damaged",
            Self::InvalidRecoveryPhrase(_) => "invalid_recovery_phrase",
            Self::InvalidViewKey(_) => "invalid_view_key",
            Self::ViewOnly(_) => "view_only",
            Self::InsufficientFunds(_) => "insufficient_funds",
            Self::InvalidAddress(_) => "invalid_address",
            Self::WrongNetwork(_) => "wrong_network",
            Self::AmountTooLarge(_) => "amount_too_large",
            Self::PaymentNotFound(_) => "payment_not_found",
            Self::NotCancellable(_) => "not_cancellable",
            Self::NotProvable(_) => "not_provable",
            Self::NothingToConsolidate(_) => "nothing_to_consolidate",
            Self::PayloadTooLarge(_) => "payload_too_large",
            Self::MessageNotFound(_) => "message_not_found",
            Self::NotForAccount(_) => "not_for_account",
            Self::UnknownValidator(_) => "unknown_validator",
            Self::UnknownStake(_) => "unknown_stake",
            Self::BelowMinimum(_) => "below_minimum",
            Self::StakeLocked(_) => "stake_locked",
            Self::StakeFrozen(_) => "stake_frozen",
            Self::StakeBusy(_) => "stake_busy",
            Self::InsufficientStake(_) => "insufficient_stake",
            Self::NoValidator(_) => "no_validator",
            Self::ValidatorClosed(_) => "validator_closed",
            Self::NotOperator(_) => "not_operator",
            Self::StakeRefused(_) => "stake_refused",
            Self::StakeClaimed(_) => "stake_claimed",
            Self::StakeWithdrawn(_) => "stake_withdrawn",
            Self::NoDraw(_) => "no_draw",
            Self::ProofNotReady(_) => "proof_not_ready",
            Self::InvalidAwardProof(_) => "invalid_award_proof",
            Self::Unauthorized(_) => "unauthorized",
            Self::ScopeMissing(_) => "scope_missing",
            Self::RateLimited(_) => "rate_limited",
            Self::HostNotAllowed(_) => "host_not_allowed",
            Self::TokenExpired(_) => "token_expired",
            Self::TokenRevoked(_) => "token_revoked",
            Self::MethodNotAllowed(_) => "method_not_allowed",
            Self::AccountNotAllowed(_) => "account_not_allowed",
            Self::OverBudget(_) => "over_budget",
            Self::TokenNotFound(_) => "token_not_found",
            Self::TooManyTokens(_) => "too_many_tokens",
            Self::InvalidCursor(_) => "invalid_cursor",
            Self::CursorExpired(_) => "cursor_expired",
            Self::WebsocketRequired(_) => "websocket_required",
            Self::TooManySubscriptions(_) => "too_many_subscriptions",
            Self::SubscriptionNotFound(_) => "subscription_not_found",
            Self::Unknown { symbol, .. } => symbol,
        }
    }

    pub(crate) fn from_wire(symbol: &str, data: Value) -> Self {
        let known = match symbol {
            "parse_error" => from_value(data.clone()).map(Self::ParseError),
            "invalid_request" => from_value(data.clone()).map(Self::InvalidRequest),
            "unknown_method" => from_value(data.clone()).map(Self::UnknownMethod),
            "invalid_params" => from_value(data.clone()).map(Self::InvalidParams),
            "internal_error" => from_value(data.clone()).map(Self::InternalError),
            "not_ready" => from_value(data.clone()).map(Self::NotReady),
            "batch_too_large" => from_value(data.clone()).map(Self::BatchTooLarge),
            "body_too_large" => from_value(data.clone()).map(Self::BodyTooLarge),
            "response_too_large" => from_value(data.clone()).map(Self::ResponseTooLarge),
            "dev_only" => from_value(data.clone()).map(Self::DevOnly),
            "idempotency_conflict" => from_value(data.clone()).map(Self::IdempotencyConflict),
            "block_not_found" => from_value(data.clone()).map(Self::BlockNotFound),
            "transaction_not_found" => from_value(data.clone()).map(Self::TransactionNotFound),
            "output_not_found" => from_value(data.clone()).map(Self::OutputNotFound),
            "invalid_transaction" => from_value(data.clone()).map(Self::InvalidTransaction),
            "input_spent" => from_value(data.clone()).map(Self::InputSpent),
            "mempool_full" => from_value(data.clone()).map(Self::MempoolFull),
            "payload_pruned" => from_value(data.clone()).map(Self::PayloadPruned),
            "block_pruned" => from_value(data.clone()).map(Self::BlockPruned),
            "account_not_found" => from_value(data.clone()).map(Self::AccountNotFound),
            "account_exists" => from_value(data.clone()).map(Self::AccountExists),
            "account_locked" => from_value(data.clone()).map(Self::AccountLocked),
            "wrong_passphrase" => from_value(data.clone()).map(Self::WrongPassphrase),
            "key_file_damaged" => from_value(data.clone()).map(Self::KeyFileDamaged),
            "invalid_recovery_phrase" => from_value(data.clone()).map(Self::InvalidRecoveryPhrase),
            "invalid_view_key" => from_value(data.clone()).map(Self::InvalidViewKey),
            "view_only" => from_value(data.clone()).map(Self::ViewOnly),
            "insufficient_funds" => from_value(data.clone()).map(Self::InsufficientFunds),
            "invalid_address" => from_value(data.clone()).map(Self::InvalidAddress),
            "wrong_network" => from_value(data.clone()).map(Self::WrongNetwork),
            "amount_too_large" => from_value(data.clone()).map(Self::AmountTooLarge),
            "payment_not_found" => from_value(data.clone()).map(Self::PaymentNotFound),
            "not_cancellable" => from_value(data.clone()).map(Self::NotCancellable),
            "not_provable" => from_value(data.clone()).map(Self::NotProvable),
            "nothing_to_consolidate" => from_value(data.clone()).map(Self::NothingToConsolidate),
            "payload_too_large" => from_value(data.clone()).map(Self::PayloadTooLarge),
            "message_not_found" => from_value(data.clone()).map(Self::MessageNotFound),
            "not_for_account" => from_value(data.clone()).map(Self::NotForAccount),
            "unknown_validator" => from_value(data.clone()).map(Self::UnknownValidator),
            "unknown_stake" => from_value(data.clone()).map(Self::UnknownStake),
            "below_minimum" => from_value(data.clone()).map(Self::BelowMinimum),
            "stake_locked" => from_value(data.clone()).map(Self::StakeLocked),
            "stake_frozen" => from_value(data.clone()).map(Self::StakeFrozen),
            "stake_busy" => from_value(data.clone()).map(Self::StakeBusy),
            "insufficient_stake" => from_value(data.clone()).map(Self::InsufficientStake),
            "no_validator" => from_value(data.clone()).map(Self::NoValidator),
            "validator_closed" => from_value(data.clone()).map(Self::ValidatorClosed),
            "not_operator" => from_value(data.clone()).map(Self::NotOperator),
            "stake_refused" => from_value(data.clone()).map(Self::StakeRefused),
            "stake_claimed" => from_value(data.clone()).map(Self::StakeClaimed),
            "stake_withdrawn" => from_value(data.clone()).map(Self::StakeWithdrawn),
            "no_draw" => from_value(data.clone()).map(Self::NoDraw),
            "proof_not_ready" => from_value(data.clone()).map(Self::ProofNotReady),
            "invalid_award_proof" => from_value(data.clone()).map(Self::InvalidAwardProof),
            "unauthorized" => from_value(data.clone()).map(Self::Unauthorized),
            "scope_missing" => from_value(data.clone()).map(Self::ScopeMissing),
            "rate_limited" => from_value(data.clone()).map(Self::RateLimited),
            "host_not_allowed" => from_value(data.clone()).map(Self::HostNotAllowed),
            "token_expired" => from_value(data.clone()).map(Self::TokenExpired),
            "token_revoked" => from_value(data.clone()).map(Self::TokenRevoked),
            "method_not_allowed" => from_value(data.clone()).map(Self::MethodNotAllowed),
            "account_not_allowed" => from_value(data.clone()).map(Self::AccountNotAllowed),
            "over_budget" => from_value(data.clone()).map(Self::OverBudget),
            "token_not_found" => from_value(data.clone()).map(Self::TokenNotFound),
            "too_many_tokens" => from_value(data.clone()).map(Self::TooManyTokens),
            "invalid_cursor" => from_value(data.clone()).map(Self::InvalidCursor),
            "cursor_expired" => from_value(data.clone()).map(Self::CursorExpired),
            "websocket_required" => from_value(data.clone()).map(Self::WebsocketRequired),
            "too_many_subscriptions" => from_value(data.clone()).map(Self::TooManySubscriptions),
            "subscription_not_found" => from_value(data.clone()).map(Self::SubscriptionNotFound),
            _ => return Self::Unknown { symbol: symbol.to_owned(), data },
        };
        known.unwrap_or_else(|_| Self::Unknown { symbol: symbol.to_owned(), data })
    }
}
