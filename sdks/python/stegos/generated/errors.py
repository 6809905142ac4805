# Generated from openrpc.json by `npm run generate`. Do not edit.
"""The errors of the contract, each a class of its own. Numbers never change their meaning."""

from typing import Any, ClassVar, Dict, Type

from . import types as t
from ..errors import StegosError

__all__ = [
    "ParseError",
    "InvalidRequestError",
    "UnknownMethodError",
    "InvalidParamsError",
    "InternalError",
    "NotReadyError",
    "BatchTooLargeError",
    "BodyTooLargeError",
    "ResponseTooLargeError",
    "DevOnlyError",
    "IdempotencyConflictError",
    "BlockNotFoundError",
    "TransactionNotFoundError",
    "OutputNotFoundError",
    "InvalidTransactionError",
    "InputSpentError",
    "MempoolFullError",
    "PayloadPrunedError",
    "BlockPrunedError",
    "AccountNotFoundError",
    "AccountExistsError",
    "AccountLockedError",
    "WrongPassphraseError",
    "KeyFileDamagedError",
    "InvalidRecoveryPhraseError",
    "InvalidViewKeyError",
    "ViewOnlyError",
    "InsufficientFundsError",
    "InvalidAddressError",
    "WrongNetworkError",
    "AmountTooLargeError",
    "PaymentNotFoundError",
    "NotCancellableError",
    "NotProvableError",
    "NothingToConsolidateError",
    "PayloadTooLargeError",
    "MessageNotFoundError",
    "NotForAccountError",
    "UnknownValidatorError",
    "UnknownStakeError",
    "BelowMinimumError",
    "StakeLockedError",
    "StakeFrozenError",
    "StakeBusyError",
    "InsufficientStakeError",
    "NoValidatorError",
    "ValidatorClosedError",
    "NotOperatorError",
    "StakeRefusedError",
    "StakeClaimedError",
    "StakeWithdrawnError",
    "NoDrawError",
    "ProofNotReadyError",
    "InvalidAwardProofError",
    "UnauthorizedError",
    "ScopeMissingError",
    "RateLimitedError",
    "HostNotAllowedError",
    "TokenExpiredError",
    "TokenRevokedError",
    "MethodNotAllowedError",
    "AccountNotAllowedError",
    "OverBudgetError",
    "TokenNotFoundError",
    "TooManyTokensError",
    "InvalidCursorError",
    "CursorExpiredError",
    "WebsocketRequiredError",
    "TooManySubscriptionsError",
    "SubscriptionNotFoundError",
]


class ParseError(StegosError):
    """The body or the message is not valid JSON."""

    NUMBER: ClassVar[int] = -32700
    SYMBOL: ClassVar[str] = "parse_error"
    DATA: ClassVar[Any] = t.ParseErrorData

    data: t.ParseErrorData


class InvalidRequestError(StegosError):
    """Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string, `params` an
    object, `id` a string, a number within 2^53 of zero or null.
    """

    NUMBER: ClassVar[int] = -32600
    SYMBOL: ClassVar[str] = "invalid_request"
    DATA: ClassVar[Any] = t.InvalidRequestData

    data: t.InvalidRequestData


class UnknownMethodError(StegosError):
    """The contract has no method of that name."""

    NUMBER: ClassVar[int] = -32601
    SYMBOL: ClassVar[str] = "unknown_method"
    DATA: ClassVar[Any] = t.UnknownMethodData

    data: t.UnknownMethodData


class InvalidParamsError(StegosError):
    """Parameters are missing, unknown or ill-formed."""

    NUMBER: ClassVar[int] = -32602
    SYMBOL: ClassVar[str] = "invalid_params"
    DATA: ClassVar[Any] = t.InvalidParamsData

    data: t.InvalidParamsData


class InternalError(StegosError):
    """A fault of the node. It is in its log under the reference."""

    NUMBER: ClassVar[int] = -32603
    SYMBOL: ClassVar[str] = "internal_error"
    DATA: ClassVar[Any] = t.InternalErrorData

    data: t.InternalErrorData


class NotReadyError(StegosError):
    """The node is starting, or is shutting down. `node.status` says what it is doing. The same call may
    succeed later.
    """

    NUMBER: ClassVar[int] = -32000
    SYMBOL: ClassVar[str] = "not_ready"
    DATA: ClassVar[Any] = t.NotReadyData

    data: t.NotReadyData


class BatchTooLargeError(StegosError):
    """The batch has more calls than the node takes; none was carried out."""

    NUMBER: ClassVar[int] = -32001
    SYMBOL: ClassVar[str] = "batch_too_large"
    DATA: ClassVar[Any] = t.BatchTooLargeData

    data: t.BatchTooLargeData


class BodyTooLargeError(StegosError):
    """The request has more bytes than the node takes."""

    NUMBER: ClassVar[int] = -32002
    SYMBOL: ClassVar[str] = "body_too_large"
    DATA: ClassVar[Any] = t.BodyTooLargeData

    data: t.BodyTooLargeData


class ResponseTooLargeError(StegosError):
    """The answers to a batch have reached the limit. This call was not carried out: ask again in another
    batch.
    """

    NUMBER: ClassVar[int] = -32003
    SYMBOL: ClassVar[str] = "response_too_large"
    DATA: ClassVar[Any] = t.ResponseTooLargeData

    data: t.ResponseTooLargeData


class DevOnlyError(StegosError):
    """Methods of the group dev exist on development networks alone."""

    NUMBER: ClassVar[int] = -32004
    SYMBOL: ClassVar[str] = "dev_only"
    DATA: ClassVar[Any] = t.DevOnlyData

    data: t.DevOnlyData


class IdempotencyConflictError(StegosError):
    """A call with this key has been stored, and its parameters were others. Use a new key for a new call."""

    NUMBER: ClassVar[int] = -32005
    SYMBOL: ClassVar[str] = "idempotency_conflict"
    DATA: ClassVar[Any] = t.IdempotencyConflictData

    data: t.IdempotencyConflictData


class BlockNotFoundError(StegosError):
    """The chain has no such block, or not yet."""

    NUMBER: ClassVar[int] = 1000
    SYMBOL: ClassVar[str] = "block_not_found"
    DATA: ClassVar[Any] = t.BlockNotFoundData

    data: t.BlockNotFoundData


class TransactionNotFoundError(StegosError):
    """Neither the chain nor the waiting transactions have it."""

    NUMBER: ClassVar[int] = 1001
    SYMBOL: ClassVar[str] = "transaction_not_found"
    DATA: ClassVar[Any] = t.TransactionNotFoundData

    data: t.TransactionNotFoundData


class OutputNotFoundError(StegosError):
    """The chain has no such output, or not yet."""

    NUMBER: ClassVar[int] = 1002
    SYMBOL: ClassVar[str] = "output_not_found"
    DATA: ClassVar[Any] = t.OutputNotFoundData

    data: t.OutputNotFoundData


class InvalidTransactionError(StegosError):
    """A rule of the network is broken; `rule` names it."""

    NUMBER: ClassVar[int] = 1003
    SYMBOL: ClassVar[str] = "invalid_transaction"
    DATA: ClassVar[Any] = t.InvalidTransactionData

    data: t.InvalidTransactionData


class InputSpentError(StegosError):
    """A coin the transaction spends does not exist, is spent, or is spent by another waiting transaction."""

    NUMBER: ClassVar[int] = 1004
    SYMBOL: ClassVar[str] = "input_spent"
    DATA: ClassVar[Any] = t.InputSpentData

    data: t.InputSpentData


class MempoolFullError(StegosError):
    """The node takes no more transactions until blocks have taken some. The same call may succeed later."""

    NUMBER: ClassVar[int] = 1005
    SYMBOL: ClassVar[str] = "mempool_full"
    DATA: ClassVar[Any] = t.MempoolFullData

    data: t.MempoolFullData


class PayloadPrunedError(StegosError):
    """The retention period is over and this node has dropped the payload."""

    NUMBER: ClassVar[int] = 1006
    SYMBOL: ClassVar[str] = "payload_pruned"
    DATA: ClassVar[Any] = t.PayloadPrunedData

    data: t.PayloadPrunedData


class BlockPrunedError(StegosError):
    """This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps headers and
    certificates alone. An archive node has the rest.
    """

    NUMBER: ClassVar[int] = 1007
    SYMBOL: ClassVar[str] = "block_pruned"
    DATA: ClassVar[Any] = t.BlockPrunedData

    data: t.BlockPrunedData


class AccountNotFoundError(StegosError):
    """This node has no such account."""

    NUMBER: ClassVar[int] = 1100
    SYMBOL: ClassVar[str] = "account_not_found"
    DATA: ClassVar[Any] = t.AccountNotFoundData

    data: t.AccountNotFoundData


class AccountExistsError(StegosError):
    """The phrase or the view key belongs to an account this node has."""

    NUMBER: ClassVar[int] = 1101
    SYMBOL: ClassVar[str] = "account_exists"
    DATA: ClassVar[Any] = t.AccountExistsData

    data: t.AccountExistsData


class AccountLockedError(StegosError):
    """Unlock it with `account.unlock` first."""

    NUMBER: ClassVar[int] = 1102
    SYMBOL: ClassVar[str] = "account_locked"
    DATA: ClassVar[Any] = t.AccountLockedData

    data: t.AccountLockedData


class WrongPassphraseError(StegosError):
    """The passphrase does not open the key file, which is in order; or one is needed and none was given."""

    NUMBER: ClassVar[int] = 1103
    SYMBOL: ClassVar[str] = "wrong_passphrase"
    DATA: ClassVar[Any] = t.WrongPassphraseData

    data: t.WrongPassphraseData


class KeyFileDamagedError(StegosError):
    """The key file cannot be read, whatever the passphrase. Remove the account and recover it from its
    phrase.
    """

    NUMBER: ClassVar[int] = 1104
    SYMBOL: ClassVar[str] = "key_file_damaged"
    DATA: ClassVar[Any] = t.KeyFileDamagedData

    data: t.KeyFileDamagedData


class InvalidRecoveryPhraseError(StegosError):
    """The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold."""

    NUMBER: ClassVar[int] = 1105
    SYMBOL: ClassVar[str] = "invalid_recovery_phrase"
    DATA: ClassVar[Any] = t.InvalidRecoveryPhraseData

    data: t.InvalidRecoveryPhraseData


class InvalidViewKeyError(StegosError):
    """The view key is malformed or of another network."""

    NUMBER: ClassVar[int] = 1106
    SYMBOL: ClassVar[str] = "invalid_view_key"
    DATA: ClassVar[Any] = t.InvalidViewKeyData

    data: t.InvalidViewKeyData


class ViewOnlyError(StegosError):
    """It was imported from a view key and has no spend key."""

    NUMBER: ClassVar[int] = 1107
    SYMBOL: ClassVar[str] = "view_only"
    DATA: ClassVar[Any] = t.ViewOnlyData

    data: t.ViewOnlyData


class InsufficientFundsError(StegosError):
    """The account cannot pay amount and fee. What is locked may come free as unfinished payments become
    final.
    """

    NUMBER: ClassVar[int] = 1200
    SYMBOL: ClassVar[str] = "insufficient_funds"
    DATA: ClassVar[Any] = t.InsufficientFundsData

    data: t.InsufficientFundsData


class InvalidAddressError(StegosError):
    """The address is malformed: a typing error, or not an address of Stegos."""

    NUMBER: ClassVar[int] = 1201
    SYMBOL: ClassVar[str] = "invalid_address"
    DATA: ClassVar[Any] = t.InvalidAddressData

    data: t.InvalidAddressData


class WrongNetworkError(StegosError):
    """The address is good, but for another network."""

    NUMBER: ClassVar[int] = 1202
    SYMBOL: ClassVar[str] = "wrong_network"
    DATA: ClassVar[Any] = t.WrongNetworkData

    data: t.WrongNetworkData


class AmountTooLargeError(StegosError):
    """Amounts and fees together exceed 64 bits."""

    NUMBER: ClassVar[int] = 1203
    SYMBOL: ClassVar[str] = "amount_too_large"
    DATA: ClassVar[Any] = t.AmountTooLargeData

    data: t.AmountTooLargeData


class PaymentNotFoundError(StegosError):
    """The accounts of this node have no such payment."""

    NUMBER: ClassVar[int] = 1204
    SYMBOL: ClassVar[str] = "payment_not_found"
    DATA: ClassVar[Any] = t.PaymentNotFoundData

    data: t.PaymentNotFoundData


class NotCancellableError(StegosError):
    """It has been broadcast; only a payment that is still `created` can be taken back."""

    NUMBER: ClassVar[int] = 1205
    SYMBOL: ClassVar[str] = "not_cancellable"
    DATA: ClassVar[Any] = t.NotCancellableData

    data: t.NotCancellableData


class NotProvableError(StegosError):
    """The account does not know the secret of this payment: it was received, not sent, or its record is gone."""

    NUMBER: ClassVar[int] = 1206
    SYMBOL: ClassVar[str] = "not_provable"
    DATA: ClassVar[Any] = t.NotProvableData

    data: t.NotProvableData


class NothingToConsolidateError(StegosError):
    """The account has fewer than two coins it could merge."""

    NUMBER: ClassVar[int] = 1207
    SYMBOL: ClassVar[str] = "nothing_to_consolidate"
    DATA: ClassVar[Any] = t.NothingToConsolidateData

    data: t.NothingToConsolidateData


class PayloadTooLargeError(StegosError):
    """The message exceeds what may be sent."""

    NUMBER: ClassVar[int] = 1300
    SYMBOL: ClassVar[str] = "payload_too_large"
    DATA: ClassVar[Any] = t.PayloadTooLargeData

    data: t.PayloadTooLargeData


class MessageNotFoundError(StegosError):
    """The accounts of this node have no such message."""

    NUMBER: ClassVar[int] = 1301
    SYMBOL: ClassVar[str] = "message_not_found"
    DATA: ClassVar[Any] = t.MessageNotFoundData

    data: t.MessageNotFoundData


class NotForAccountError(StegosError):
    """The account cannot read the payload: it is not for it."""

    NUMBER: ClassVar[int] = 1302
    SYMBOL: ClassVar[str] = "not_for_account"
    DATA: ClassVar[Any] = t.NotForAccountData

    data: t.NotForAccountData


class UnknownValidatorError(StegosError):
    """No validator with this key or id is registered."""

    NUMBER: ClassVar[int] = 1400
    SYMBOL: ClassVar[str] = "unknown_validator"
    DATA: ClassVar[Any] = t.UnknownValidatorData

    data: t.UnknownValidatorData


class UnknownStakeError(StegosError):
    """The account has no stake of this id."""

    NUMBER: ClassVar[int] = 1401
    SYMBOL: ClassVar[str] = "unknown_stake"
    DATA: ClassVar[Any] = t.UnknownStakeData

    data: t.UnknownStakeData


class BelowMinimumError(StegosError):
    """Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays, or of
    what is taken out; `of` says which.
    """

    NUMBER: ClassVar[int] = 1402
    SYMBOL: ClassVar[str] = "below_minimum"
    DATA: ClassVar[Any] = t.BelowMinimumData

    data: t.BelowMinimumData


class StakeLockedError(StegosError):
    """All of the stake is on its way out already. The wallet withdraws it when it is released. The same call
    may succeed later.
    """

    NUMBER: ClassVar[int] = 1403
    SYMBOL: ClassVar[str] = "stake_locked"
    DATA: ClassVar[Any] = t.StakeLockedData

    data: t.StakeLockedData


class StakeFrozenError(StegosError):
    """Its validator contradicted itself; what is left may be taken out when the unbonding time is over. The
    same call may succeed later.
    """

    NUMBER: ClassVar[int] = 1404
    SYMBOL: ClassVar[str] = "stake_frozen"
    DATA: ClassVar[Any] = t.StakeFrozenData

    data: t.StakeFrozenData


class StakeBusyError(StegosError):
    """Try again when it is final. The same call may succeed later."""

    NUMBER: ClassVar[int] = 1405
    SYMBOL: ClassVar[str] = "stake_busy"
    DATA: ClassVar[Any] = t.StakeBusyData

    data: t.StakeBusyData


class InsufficientStakeError(StegosError):
    """More was asked for than the stake is worth."""

    NUMBER: ClassVar[int] = 1406
    SYMBOL: ClassVar[str] = "insufficient_stake"
    DATA: ClassVar[Any] = t.InsufficientStakeData

    data: t.InsufficientStakeData


class NoValidatorError(StegosError):
    """The node has no validator key: name a validator."""

    NUMBER: ClassVar[int] = 1407
    SYMBOL: ClassVar[str] = "no_validator"
    DATA: ClassVar[Any] = t.NoValidatorData

    data: t.NoValidatorData


class ValidatorClosedError(StegosError):
    """It is leaving or frozen."""

    NUMBER: ClassVar[int] = 1408
    SYMBOL: ClassVar[str] = "validator_closed"
    DATA: ClassVar[Any] = t.ValidatorClosedData

    data: t.ValidatorClosedData


class NotOperatorError(StegosError):
    """The account is not the operator of this validator."""

    NUMBER: ClassVar[int] = 1409
    SYMBOL: ClassVar[str] = "not_operator"
    DATA: ClassVar[Any] = t.NotOperatorData

    data: t.NotOperatorData


class StakeRefusedError(StegosError):
    """The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks for."""

    NUMBER: ClassVar[int] = 1410
    SYMBOL: ClassVar[str] = "stake_refused"
    DATA: ClassVar[Any] = t.StakeRefusedData

    data: t.StakeRefusedData


class StakeClaimedError(StegosError):
    """Only one of the two can be in the chain. Try again when the other is final, or has been dropped. The
    same call may succeed later.
    """

    NUMBER: ClassVar[int] = 1411
    SYMBOL: ClassVar[str] = "stake_claimed"
    DATA: ClassVar[Any] = t.StakeClaimedData

    data: t.StakeClaimedData


class StakeWithdrawnError(StegosError):
    """All of it was taken out before."""

    NUMBER: ClassVar[int] = 1415
    SYMBOL: ClassVar[str] = "stake_withdrawn"
    DATA: ClassVar[Any] = t.StakeWithdrawnData

    data: t.StakeWithdrawnData


class NoDrawError(StegosError):
    """No award is drawn at present, or its draw has no seed yet: see stake.award. The same call may succeed
    later.
    """

    NUMBER: ClassVar[int] = 1416
    SYMBOL: ClassVar[str] = "no_draw"
    DATA: ClassVar[Any] = t.NoDrawData

    data: t.NoDrawData


class ProofNotReadyError(StegosError):
    """The node has not worked out the delay of the draw. Ask again, or, where `proving` is false, start the
    node with `--award-prover on`. The same call may succeed later.
    """

    NUMBER: ClassVar[int] = 1417
    SYMBOL: ClassVar[str] = "proof_not_ready"
    DATA: ClassVar[Any] = t.ProofNotReadyData

    data: t.ProofNotReadyData


class InvalidAwardProofError(StegosError):
    """The proof is not one for the seed of the draw that waits."""

    NUMBER: ClassVar[int] = 1418
    SYMBOL: ClassVar[str] = "invalid_award_proof"
    DATA: ClassVar[Any] = t.InvalidAwardProofData

    data: t.InvalidAwardProofData


class UnauthorizedError(StegosError):
    """No token was given, or one this node does not know."""

    NUMBER: ClassVar[int] = 1600
    SYMBOL: ClassVar[str] = "unauthorized"
    DATA: ClassVar[Any] = t.UnauthorizedData

    data: t.UnauthorizedData


class ScopeMissingError(StegosError):
    """The token lacks the scope of the method."""

    NUMBER: ClassVar[int] = 1601
    SYMBOL: ClassVar[str] = "scope_missing"
    DATA: ClassVar[Any] = t.ScopeMissingData

    data: t.ScopeMissingData


class RateLimitedError(StegosError):
    """Wait as long as `retryAfter` says. The same call may succeed later."""

    NUMBER: ClassVar[int] = 1602
    SYMBOL: ClassVar[str] = "rate_limited"
    DATA: ClassVar[Any] = t.RateLimitedData

    data: t.RateLimitedData


class HostNotAllowedError(StegosError):
    """The Host or the Origin of the request is not one this node serves (a guard against DNS rebinding)."""

    NUMBER: ClassVar[int] = 1603
    SYMBOL: ClassVar[str] = "host_not_allowed"
    DATA: ClassVar[Any] = t.HostNotAllowedData

    data: t.HostNotAllowedData


class TokenExpiredError(StegosError):
    """The time the token was made for is over. Ask its maker for another one."""

    NUMBER: ClassVar[int] = 1604
    SYMBOL: ClassVar[str] = "token_expired"
    DATA: ClassVar[Any] = t.TokenExpiredData

    data: t.TokenExpiredData


class TokenRevokedError(StegosError):
    """Somebody revoked the token, or the one it was made with."""

    NUMBER: ClassVar[int] = 1605
    SYMBOL: ClassVar[str] = "token_revoked"
    DATA: ClassVar[Any] = t.TokenRevokedData

    data: t.TokenRevokedData


class MethodNotAllowedError(StegosError):
    """The token has the scope, but is narrowed to methods among which this one is not."""

    NUMBER: ClassVar[int] = 1606
    SYMBOL: ClassVar[str] = "method_not_allowed"
    DATA: ClassVar[Any] = t.MethodNotAllowedData

    data: t.MethodNotAllowedData


class AccountNotAllowedError(StegosError):
    """The token is narrowed to accounts. Either the account is not one of them, whether or not it exists, or
    the method is about all accounts.
    """

    NUMBER: ClassVar[int] = 1607
    SYMBOL: ClassVar[str] = "account_not_allowed"
    DATA: ClassVar[Any] = t.AccountNotAllowedData

    data: t.AccountNotAllowedData


class OverBudgetError(StegosError):
    """Amount and fee are more than is left of what the token may move in this time. Nothing was made.
    Repeating does not help before `freeAt`.
    """

    NUMBER: ClassVar[int] = 1608
    SYMBOL: ClassVar[str] = "over_budget"
    DATA: ClassVar[Any] = t.OverBudgetData

    data: t.OverBudgetData


class TokenNotFoundError(StegosError):
    """The node has no token of that id. The owner's cannot be revoked: remove its file, and start the node
    anew.
    """

    NUMBER: ClassVar[int] = 1609
    SYMBOL: ClassVar[str] = "token_not_found"
    DATA: ClassVar[Any] = t.TokenNotFoundData

    data: t.TokenNotFoundData


class TooManyTokensError(StegosError):
    """The node keeps no more active tokens. Revoke some."""

    NUMBER: ClassVar[int] = 1610
    SYMBOL: ClassVar[str] = "too_many_tokens"
    DATA: ClassVar[Any] = t.TooManyTokensData

    data: t.TooManyTokensData


class InvalidCursorError(StegosError):
    """The cursor is not one this node gave for this list or stream."""

    NUMBER: ClassVar[int] = 1700
    SYMBOL: ClassVar[str] = "invalid_cursor"
    DATA: ClassVar[Any] = t.InvalidCursorData

    data: t.InvalidCursorData


class CursorExpiredError(StegosError):
    """Events after the cursor are no longer kept. Read the lists and subscribe anew."""

    NUMBER: ClassVar[int] = 1701
    SYMBOL: ClassVar[str] = "cursor_expired"
    DATA: ClassVar[Any] = t.CursorExpiredData

    data: t.CursorExpiredData


class WebsocketRequiredError(StegosError):
    """Connect to /ws to subscribe."""

    NUMBER: ClassVar[int] = 1702
    SYMBOL: ClassVar[str] = "websocket_required"
    DATA: ClassVar[Any] = t.WebsocketRequiredData

    data: t.WebsocketRequiredData


class TooManySubscriptionsError(StegosError):
    """The connection has as many subscriptions as it may."""

    NUMBER: ClassVar[int] = 1703
    SYMBOL: ClassVar[str] = "too_many_subscriptions"
    DATA: ClassVar[Any] = t.TooManySubscriptionsData

    data: t.TooManySubscriptionsData


class SubscriptionNotFoundError(StegosError):
    """This connection has no such subscription."""

    NUMBER: ClassVar[int] = 1704
    SYMBOL: ClassVar[str] = "subscription_not_found"
    DATA: ClassVar[Any] = t.SubscriptionNotFoundData

    data: t.SubscriptionNotFoundData

ERRORS: Dict[str, Type[StegosError]] = {
    "parse_error": ParseError,
    "invalid_request": InvalidRequestError,
    "unknown_method": UnknownMethodError,
    "invalid_params": InvalidParamsError,
    "internal_error": InternalError,
    "not_ready": NotReadyError,
    "batch_too_large": BatchTooLargeError,
    "body_too_large": BodyTooLargeError,
    "response_too_large": ResponseTooLargeError,
    "dev_only": DevOnlyError,
    "idempotency_conflict": IdempotencyConflictError,
    "block_not_found": BlockNotFoundError,
    "transaction_not_found": TransactionNotFoundError,
    "output_not_found": OutputNotFoundError,
    "invalid_transaction": InvalidTransactionError,
    "input_spent": InputSpentError,
    "mempool_full": MempoolFullError,
    "payload_pruned": PayloadPrunedError,
    "block_pruned": BlockPrunedError,
    "account_not_found": AccountNotFoundError,
    "account_exists": AccountExistsError,
    "account_locked": AccountLockedError,
    "wrong_passphrase": WrongPassphraseError,
    "key_file_damaged": KeyFileDamagedError,
    "invalid_recovery_phrase": InvalidRecoveryPhraseError,
    "invalid_view_key": InvalidViewKeyError,
    "view_only": ViewOnlyError,
    "insufficient_funds": InsufficientFundsError,
    "invalid_address": InvalidAddressError,
    "wrong_network": WrongNetworkError,
    "amount_too_large": AmountTooLargeError,
    "payment_not_found": PaymentNotFoundError,
    "not_cancellable": NotCancellableError,
    "not_provable": NotProvableError,
    "nothing_to_consolidate": NothingToConsolidateError,
    "payload_too_large": PayloadTooLargeError,
    "message_not_found": MessageNotFoundError,
    "not_for_account": NotForAccountError,
    "unknown_validator": UnknownValidatorError,
    "unknown_stake": UnknownStakeError,
    "below_minimum": BelowMinimumError,
    "stake_locked": StakeLockedError,
    "stake_frozen": StakeFrozenError,
    "stake_busy": StakeBusyError,
    "insufficient_stake": InsufficientStakeError,
    "no_validator": NoValidatorError,
    "validator_closed": ValidatorClosedError,
    "not_operator": NotOperatorError,
    "stake_refused": StakeRefusedError,
    "stake_claimed": StakeClaimedError,
    "stake_withdrawn": StakeWithdrawnError,
    "no_draw": NoDrawError,
    "proof_not_ready": ProofNotReadyError,
    "invalid_award_proof": InvalidAwardProofError,
    "unauthorized": UnauthorizedError,
    "scope_missing": ScopeMissingError,
    "rate_limited": RateLimitedError,
    "host_not_allowed": HostNotAllowedError,
    "token_expired": TokenExpiredError,
    "token_revoked": TokenRevokedError,
    "method_not_allowed": MethodNotAllowedError,
    "account_not_allowed": AccountNotAllowedError,
    "over_budget": OverBudgetError,
    "token_not_found": TokenNotFoundError,
    "too_many_tokens": TooManyTokensError,
    "invalid_cursor": InvalidCursorError,
    "cursor_expired": CursorExpiredError,
    "websocket_required": WebsocketRequiredError,
    "too_many_subscriptions": TooManySubscriptionsError,
    "subscription_not_found": SubscriptionNotFoundError,
}
"""The class of each symbol."""
