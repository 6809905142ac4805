// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Map;
import org.stegos.StegosException;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** The node said no. There is a class for each error of the contract. */
public abstract class RefusedException extends StegosException {
  private static final long serialVersionUID = 1;
  private final int code;

  private RefusedException(String message, JsonObject error) {
    super(JsonObject.of(error.value("data")).required("type", Json::string), message, isRetryable(error), null);
    this.code = Math.toIntExact(error.required("code", Json::integer));
  }

  private static boolean isRetryable(JsonObject error) {
    return JsonObject.of(error.value("data")).required("retryable", Json::bool);
  }

  /** Number in the error table of the contract. */
  public final int code() {
    return code;
  }

  /**
   * Reads the error in an answer.
   *
   * @throws IllegalArgumentException when it is not that of a Stegos node
   */
  public static RefusedException read(Object json) {
    JsonObject error = JsonObject.of(json);
    String message = error.required("message", Json::string);
    Object data = error.value("data");
    String symbol = JsonObject.of(data).required("type", Json::string);
    try {
      return switch (symbol) {
        case "parse_error" -> ParseError.of(message, error, data);
        case "invalid_request" -> InvalidRequest.of(message, error, data);
        case "unknown_method" -> UnknownMethod.of(message, error, data);
        case "invalid_params" -> InvalidParams.of(message, error, data);
        case "internal_error" -> InternalError.of(message, error, data);
        case "not_ready" -> NotReady.of(message, error, data);
        case "batch_too_large" -> BatchTooLarge.of(message, error, data);
        case "body_too_large" -> BodyTooLarge.of(message, error, data);
        case "response_too_large" -> ResponseTooLarge.of(message, error, data);
        case "dev_only" -> DevOnly.of(message, error, data);
        case "idempotency_conflict" -> IdempotencyConflict.of(message, error, data);
        case "block_not_found" -> BlockNotFound.of(message, error, data);
        case "transaction_not_found" -> TransactionNotFound.of(message, error, data);
        case "output_not_found" -> OutputNotFound.of(message, error, data);
        case "invalid_transaction" -> InvalidTransaction.of(message, error, data);
        case "input_spent" -> InputSpent.of(message, error, data);
        case "mempool_full" -> MempoolFull.of(message, error, data);
        case "payload_pruned" -> PayloadPruned.of(message, error, data);
        case "block_pruned" -> BlockPruned.of(message, error, data);
        case "account_not_found" -> AccountNotFound.of(message, error, data);
        case "account_exists" -> AccountExists.of(message, error, data);
        case "account_locked" -> AccountLocked.of(message, error, data);
        case "wrong_passphrase" -> WrongPassphrase.of(message, error, data);
        case "key_file_damaged" -> KeyFileDamaged.of(message, error, data);
        case "invalid_recovery_phrase" -> InvalidRecoveryPhrase.of(message, error, data);
        case "invalid_view_key" -> InvalidViewKey.of(message, error, data);
        case "view_only" -> ViewOnly.of(message, error, data);
        case "insufficient_funds" -> InsufficientFunds.of(message, error, data);
        case "invalid_address" -> InvalidAddress.of(message, error, data);
        case "wrong_network" -> WrongNetwork.of(message, error, data);
        case "amount_too_large" -> AmountTooLarge.of(message, error, data);
        case "payment_not_found" -> PaymentNotFound.of(message, error, data);
        case "not_cancellable" -> NotCancellable.of(message, error, data);
        case "not_provable" -> NotProvable.of(message, error, data);
        case "nothing_to_consolidate" -> NothingToConsolidate.of(message, error, data);
        case "payload_too_large" -> PayloadTooLarge.of(message, error, data);
        case "message_not_found" -> MessageNotFound.of(message, error, data);
        case "not_for_account" -> NotForAccount.of(message, error, data);
        case "unknown_validator" -> UnknownValidator.of(message, error, data);
        case "unknown_stake" -> UnknownStake.of(message, error, data);
        case "below_minimum" -> BelowMinimum.of(message, error, data);
        case "stake_locked" -> StakeLocked.of(message, error, data);
        case "stake_frozen" -> StakeFrozen.of(message, error, data);
        case "stake_busy" -> StakeBusy.of(message, error, data);
        case "insufficient_stake" -> InsufficientStake.of(message, error, data);
        case "no_validator" -> NoValidator.of(message, error, data);
        case "validator_closed" -> ValidatorClosed.of(message, error, data);
        case "not_operator" -> NotOperator.of(message, error, data);
        case "stake_refused" -> StakeRefused.of(message, error, data);
        case "stake_claimed" -> StakeClaimed.of(message, error, data);
        case "stake_withdrawn" -> StakeWithdrawn.of(message, error, data);
        case "no_draw" -> NoDraw.of(message, error, data);
        case "proof_not_ready" -> ProofNotReady.of(message, error, data);
        case "invalid_award_proof" -> InvalidAwardProof.of(message, error, data);
        case "unauthorized" -> Unauthorized.of(message, error, data);
        case "scope_missing" -> ScopeMissing.of(message, error, data);
        case "rate_limited" -> RateLimited.of(message, error, data);
        case "host_not_allowed" -> HostNotAllowed.of(message, error, data);
        case "token_expired" -> TokenExpired.of(message, error, data);
        case "token_revoked" -> TokenRevoked.of(message, error, data);
        case "method_not_allowed" -> MethodNotAllowed.of(message, error, data);
        case "account_not_allowed" -> AccountNotAllowed.of(message, error, data);
        case "over_budget" -> OverBudget.of(message, error, data);
        case "token_not_found" -> TokenNotFound.of(message, error, data);
        case "too_many_tokens" -> TooManyTokens.of(message, error, data);
        case "invalid_cursor" -> InvalidCursor.of(message, error, data);
        case "cursor_expired" -> CursorExpired.of(message, error, data);
        case "websocket_required" -> WebsocketRequired.of(message, error, data);
        case "too_many_subscriptions" -> TooManySubscriptions.of(message, error, data);
        case "subscription_not_found" -> SubscriptionNotFound.of(message, error, data);
        default -> new Unknown(message, error, JsonObject.of(data).fields());
      };
    } catch (IllegalArgumentException changed) {
      return new Unknown(message, error, JsonObject.of(data).fields());
    }
  }

  /** An error that is not in the contract of this library: that of a newer node. */
  public static final class Unknown extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient Map<String, Object> data;

    private Unknown(String message, JsonObject error, Map<String, Object> data) {
      super(message, error);
      this.data = data;
    }

    /** All that came with it. */
    public Map<String, Object> data() {
      return data;
    }
  }

  /** The body or the message is not valid JSON. */
  public static final class ParseError extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ParseErrorData data;

    private ParseError(String message, JsonObject error, ParseErrorData data) {
      super(message, error);
      this.data = data;
    }

    static ParseError of(String message, JsonObject error, Object data) {
      return new ParseError(message, error, ParseErrorData.read(data));
    }

    /** What belongs to it. */
    public ParseErrorData data() {
      return data;
    }
  }

  /**
   * Valid JSON, but not a JSON-RPC 2.0 request: {@code jsonrpc} must be "2.0", {@code method} a
   * string, {@code params} an object, {@code id} a string, a number within 2^53 of zero or null.
   */
  public static final class InvalidRequest extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidRequestData data;

    private InvalidRequest(String message, JsonObject error, InvalidRequestData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidRequest of(String message, JsonObject error, Object data) {
      return new InvalidRequest(message, error, InvalidRequestData.read(data));
    }

    /** What belongs to it. */
    public InvalidRequestData data() {
      return data;
    }
  }

  /** The contract has no method of that name. */
  public static final class UnknownMethod extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient UnknownMethodData data;

    private UnknownMethod(String message, JsonObject error, UnknownMethodData data) {
      super(message, error);
      this.data = data;
    }

    static UnknownMethod of(String message, JsonObject error, Object data) {
      return new UnknownMethod(message, error, UnknownMethodData.read(data));
    }

    /** What belongs to it. */
    public UnknownMethodData data() {
      return data;
    }
  }

  /** Parameters are missing, unknown or ill-formed. */
  public static final class InvalidParams extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidParamsData data;

    private InvalidParams(String message, JsonObject error, InvalidParamsData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidParams of(String message, JsonObject error, Object data) {
      return new InvalidParams(message, error, InvalidParamsData.read(data));
    }

    /** What belongs to it. */
    public InvalidParamsData data() {
      return data;
    }
  }

  /** A fault of the node. It is in its log under the reference. */
  public static final class InternalError extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InternalErrorData data;

    private InternalError(String message, JsonObject error, InternalErrorData data) {
      super(message, error);
      this.data = data;
    }

    static InternalError of(String message, JsonObject error, Object data) {
      return new InternalError(message, error, InternalErrorData.read(data));
    }

    /** What belongs to it. */
    public InternalErrorData data() {
      return data;
    }
  }

  /** The node is starting, or is shutting down. {@code node.status} says what it is doing. */
  public static final class NotReady extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NotReadyData data;

    private NotReady(String message, JsonObject error, NotReadyData data) {
      super(message, error);
      this.data = data;
    }

    static NotReady of(String message, JsonObject error, Object data) {
      return new NotReady(message, error, NotReadyData.read(data));
    }

    /** What belongs to it. */
    public NotReadyData data() {
      return data;
    }
  }

  /** The batch has more calls than the node takes; none was carried out. */
  public static final class BatchTooLarge extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient BatchTooLargeData data;

    private BatchTooLarge(String message, JsonObject error, BatchTooLargeData data) {
      super(message, error);
      this.data = data;
    }

    static BatchTooLarge of(String message, JsonObject error, Object data) {
      return new BatchTooLarge(message, error, BatchTooLargeData.read(data));
    }

    /** What belongs to it. */
    public BatchTooLargeData data() {
      return data;
    }
  }

  /** The request has more bytes than the node takes. */
  public static final class BodyTooLarge extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient BodyTooLargeData data;

    private BodyTooLarge(String message, JsonObject error, BodyTooLargeData data) {
      super(message, error);
      this.data = data;
    }

    static BodyTooLarge of(String message, JsonObject error, Object data) {
      return new BodyTooLarge(message, error, BodyTooLargeData.read(data));
    }

    /** What belongs to it. */
    public BodyTooLargeData data() {
      return data;
    }
  }

  /**
   * The answers to a batch have reached the limit. This call was not carried out: ask again in
   * another batch.
   */
  public static final class ResponseTooLarge extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ResponseTooLargeData data;

    private ResponseTooLarge(String message, JsonObject error, ResponseTooLargeData data) {
      super(message, error);
      this.data = data;
    }

    static ResponseTooLarge of(String message, JsonObject error, Object data) {
      return new ResponseTooLarge(message, error, ResponseTooLargeData.read(data));
    }

    /** What belongs to it. */
    public ResponseTooLargeData data() {
      return data;
    }
  }

  /** Methods of the group dev exist on development networks alone. */
  public static final class DevOnly extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient DevOnlyData data;

    private DevOnly(String message, JsonObject error, DevOnlyData data) {
      super(message, error);
      this.data = data;
    }

    static DevOnly of(String message, JsonObject error, Object data) {
      return new DevOnly(message, error, DevOnlyData.read(data));
    }

    /** What belongs to it. */
    public DevOnlyData data() {
      return data;
    }
  }

  /**
   * A call with this key has been stored, and its parameters were others. Use a new key for a new
   * call.
   */
  public static final class IdempotencyConflict extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient IdempotencyConflictData data;

    private IdempotencyConflict(String message, JsonObject error, IdempotencyConflictData data) {
      super(message, error);
      this.data = data;
    }

    static IdempotencyConflict of(String message, JsonObject error, Object data) {
      return new IdempotencyConflict(message, error, IdempotencyConflictData.read(data));
    }

    /** What belongs to it. */
    public IdempotencyConflictData data() {
      return data;
    }
  }

  /** The chain has no such block, or not yet. */
  public static final class BlockNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient BlockNotFoundData data;

    private BlockNotFound(String message, JsonObject error, BlockNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static BlockNotFound of(String message, JsonObject error, Object data) {
      return new BlockNotFound(message, error, BlockNotFoundData.read(data));
    }

    /** What belongs to it. */
    public BlockNotFoundData data() {
      return data;
    }
  }

  /** Neither the chain nor the waiting transactions have it. */
  public static final class TransactionNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient TransactionNotFoundData data;

    private TransactionNotFound(String message, JsonObject error, TransactionNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static TransactionNotFound of(String message, JsonObject error, Object data) {
      return new TransactionNotFound(message, error, TransactionNotFoundData.read(data));
    }

    /** What belongs to it. */
    public TransactionNotFoundData data() {
      return data;
    }
  }

  /** The chain has no such output, or not yet. */
  public static final class OutputNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient OutputNotFoundData data;

    private OutputNotFound(String message, JsonObject error, OutputNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static OutputNotFound of(String message, JsonObject error, Object data) {
      return new OutputNotFound(message, error, OutputNotFoundData.read(data));
    }

    /** What belongs to it. */
    public OutputNotFoundData data() {
      return data;
    }
  }

  /** A rule of the network is broken; {@code rule} names it. */
  public static final class InvalidTransaction extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidTransactionData data;

    private InvalidTransaction(String message, JsonObject error, InvalidTransactionData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidTransaction of(String message, JsonObject error, Object data) {
      return new InvalidTransaction(message, error, InvalidTransactionData.read(data));
    }

    /** What belongs to it. */
    public InvalidTransactionData data() {
      return data;
    }
  }

  /**
   * A coin the transaction spends does not exist, is spent, or is spent by another waiting
   * transaction.
   */
  public static final class InputSpent extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InputSpentData data;

    private InputSpent(String message, JsonObject error, InputSpentData data) {
      super(message, error);
      this.data = data;
    }

    static InputSpent of(String message, JsonObject error, Object data) {
      return new InputSpent(message, error, InputSpentData.read(data));
    }

    /** What belongs to it. */
    public InputSpentData data() {
      return data;
    }
  }

  /** The node takes no more transactions until blocks have taken some. */
  public static final class MempoolFull extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient MempoolFullData data;

    private MempoolFull(String message, JsonObject error, MempoolFullData data) {
      super(message, error);
      this.data = data;
    }

    static MempoolFull of(String message, JsonObject error, Object data) {
      return new MempoolFull(message, error, MempoolFullData.read(data));
    }

    /** What belongs to it. */
    public MempoolFullData data() {
      return data;
    }
  }

  /** The retention period is over and this node has dropped the payload. */
  public static final class PayloadPruned extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient PayloadPrunedData data;

    private PayloadPruned(String message, JsonObject error, PayloadPrunedData data) {
      super(message, error);
      this.data = data;
    }

    static PayloadPruned of(String message, JsonObject error, Object data) {
      return new PayloadPruned(message, error, PayloadPrunedData.read(data));
    }

    /** What belongs to it. */
    public PayloadPrunedData data() {
      return data;
    }
  }

  /**
   * This node prunes, or began with a snapshot: of blocks below {@code earliestHeight} it keeps
   * headers and certificates alone. An archive node has the rest.
   */
  public static final class BlockPruned extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient BlockPrunedData data;

    private BlockPruned(String message, JsonObject error, BlockPrunedData data) {
      super(message, error);
      this.data = data;
    }

    static BlockPruned of(String message, JsonObject error, Object data) {
      return new BlockPruned(message, error, BlockPrunedData.read(data));
    }

    /** What belongs to it. */
    public BlockPrunedData data() {
      return data;
    }
  }

  /** This node has no such account. */
  public static final class AccountNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient AccountNotFoundData data;

    private AccountNotFound(String message, JsonObject error, AccountNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static AccountNotFound of(String message, JsonObject error, Object data) {
      return new AccountNotFound(message, error, AccountNotFoundData.read(data));
    }

    /** What belongs to it. */
    public AccountNotFoundData data() {
      return data;
    }
  }

  /** The phrase or the view key belongs to an account this node has. */
  public static final class AccountExists extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient AccountExistsData data;

    private AccountExists(String message, JsonObject error, AccountExistsData data) {
      super(message, error);
      this.data = data;
    }

    static AccountExists of(String message, JsonObject error, Object data) {
      return new AccountExists(message, error, AccountExistsData.read(data));
    }

    /** What belongs to it. */
    public AccountExistsData data() {
      return data;
    }
  }

  /** Unlock it with {@code account.unlock} first. */
  public static final class AccountLocked extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient AccountLockedData data;

    private AccountLocked(String message, JsonObject error, AccountLockedData data) {
      super(message, error);
      this.data = data;
    }

    static AccountLocked of(String message, JsonObject error, Object data) {
      return new AccountLocked(message, error, AccountLockedData.read(data));
    }

    /** What belongs to it. */
    public AccountLockedData data() {
      return data;
    }
  }

  /**
   * The passphrase does not open the key file, which is in order; or one is needed and none was
   * given.
   */
  public static final class WrongPassphrase extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient WrongPassphraseData data;

    private WrongPassphrase(String message, JsonObject error, WrongPassphraseData data) {
      super(message, error);
      this.data = data;
    }

    static WrongPassphrase of(String message, JsonObject error, Object data) {
      return new WrongPassphrase(message, error, WrongPassphraseData.read(data));
    }

    /** What belongs to it. */
    public WrongPassphraseData data() {
      return data;
    }
  }

  /**
   * The key file cannot be read, whatever the passphrase. Remove the account and recover it from
   * its phrase.
   */
  public static final class KeyFileDamaged extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient KeyFileDamagedData data;

    private KeyFileDamaged(String message, JsonObject error, KeyFileDamagedData data) {
      super(message, error);
      this.data = data;
    }

    static KeyFileDamaged of(String message, JsonObject error, Object data) {
      return new KeyFileDamaged(message, error, KeyFileDamagedData.read(data));
    }

    /** What belongs to it. */
    public KeyFileDamagedData data() {
      return data;
    }
  }

  /** The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold. */
  public static final class InvalidRecoveryPhrase extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidRecoveryPhraseData data;

    private InvalidRecoveryPhrase(String message, JsonObject error, InvalidRecoveryPhraseData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidRecoveryPhrase of(String message, JsonObject error, Object data) {
      return new InvalidRecoveryPhrase(message, error, InvalidRecoveryPhraseData.read(data));
    }

    /** What belongs to it. */
    public InvalidRecoveryPhraseData data() {
      return data;
    }
  }

  /** The view key is malformed or of another network. */
  public static final class InvalidViewKey extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidViewKeyData data;

    private InvalidViewKey(String message, JsonObject error, InvalidViewKeyData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidViewKey of(String message, JsonObject error, Object data) {
      return new InvalidViewKey(message, error, InvalidViewKeyData.read(data));
    }

    /** What belongs to it. */
    public InvalidViewKeyData data() {
      return data;
    }
  }

  /** It was imported from a view key and has no spend key. */
  public static final class ViewOnly extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ViewOnlyData data;

    private ViewOnly(String message, JsonObject error, ViewOnlyData data) {
      super(message, error);
      this.data = data;
    }

    static ViewOnly of(String message, JsonObject error, Object data) {
      return new ViewOnly(message, error, ViewOnlyData.read(data));
    }

    /** What belongs to it. */
    public ViewOnlyData data() {
      return data;
    }
  }

  /**
   * The account cannot pay amount and fee. What is locked may come free as unfinished payments
   * become final.
   */
  public static final class InsufficientFunds extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InsufficientFundsData data;

    private InsufficientFunds(String message, JsonObject error, InsufficientFundsData data) {
      super(message, error);
      this.data = data;
    }

    static InsufficientFunds of(String message, JsonObject error, Object data) {
      return new InsufficientFunds(message, error, InsufficientFundsData.read(data));
    }

    /** What belongs to it. */
    public InsufficientFundsData data() {
      return data;
    }
  }

  /** The address is malformed: a typing error, or not an address of Stegos. */
  public static final class InvalidAddress extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidAddressData data;

    private InvalidAddress(String message, JsonObject error, InvalidAddressData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidAddress of(String message, JsonObject error, Object data) {
      return new InvalidAddress(message, error, InvalidAddressData.read(data));
    }

    /** What belongs to it. */
    public InvalidAddressData data() {
      return data;
    }
  }

  /** The address is good, but for another network. */
  public static final class WrongNetwork extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient WrongNetworkData data;

    private WrongNetwork(String message, JsonObject error, WrongNetworkData data) {
      super(message, error);
      this.data = data;
    }

    static WrongNetwork of(String message, JsonObject error, Object data) {
      return new WrongNetwork(message, error, WrongNetworkData.read(data));
    }

    /** What belongs to it. */
    public WrongNetworkData data() {
      return data;
    }
  }

  /** Amounts and fees together exceed 64 bits. */
  public static final class AmountTooLarge extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient AmountTooLargeData data;

    private AmountTooLarge(String message, JsonObject error, AmountTooLargeData data) {
      super(message, error);
      this.data = data;
    }

    static AmountTooLarge of(String message, JsonObject error, Object data) {
      return new AmountTooLarge(message, error, AmountTooLargeData.read(data));
    }

    /** What belongs to it. */
    public AmountTooLargeData data() {
      return data;
    }
  }

  /** The accounts of this node have no such payment. */
  public static final class PaymentNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient PaymentNotFoundData data;

    private PaymentNotFound(String message, JsonObject error, PaymentNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static PaymentNotFound of(String message, JsonObject error, Object data) {
      return new PaymentNotFound(message, error, PaymentNotFoundData.read(data));
    }

    /** What belongs to it. */
    public PaymentNotFoundData data() {
      return data;
    }
  }

  /** It has been broadcast; only a payment that is still {@code created} can be taken back. */
  public static final class NotCancellable extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NotCancellableData data;

    private NotCancellable(String message, JsonObject error, NotCancellableData data) {
      super(message, error);
      this.data = data;
    }

    static NotCancellable of(String message, JsonObject error, Object data) {
      return new NotCancellable(message, error, NotCancellableData.read(data));
    }

    /** What belongs to it. */
    public NotCancellableData data() {
      return data;
    }
  }

  /**
   * The account does not know the secret of this payment: it was received, not sent, or its record
   * is gone.
   */
  public static final class NotProvable extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NotProvableData data;

    private NotProvable(String message, JsonObject error, NotProvableData data) {
      super(message, error);
      this.data = data;
    }

    static NotProvable of(String message, JsonObject error, Object data) {
      return new NotProvable(message, error, NotProvableData.read(data));
    }

    /** What belongs to it. */
    public NotProvableData data() {
      return data;
    }
  }

  /** The account has fewer than two coins it could merge. */
  public static final class NothingToConsolidate extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NothingToConsolidateData data;

    private NothingToConsolidate(String message, JsonObject error, NothingToConsolidateData data) {
      super(message, error);
      this.data = data;
    }

    static NothingToConsolidate of(String message, JsonObject error, Object data) {
      return new NothingToConsolidate(message, error, NothingToConsolidateData.read(data));
    }

    /** What belongs to it. */
    public NothingToConsolidateData data() {
      return data;
    }
  }

  /** The message exceeds what may be sent. */
  public static final class PayloadTooLarge extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient PayloadTooLargeData data;

    private PayloadTooLarge(String message, JsonObject error, PayloadTooLargeData data) {
      super(message, error);
      this.data = data;
    }

    static PayloadTooLarge of(String message, JsonObject error, Object data) {
      return new PayloadTooLarge(message, error, PayloadTooLargeData.read(data));
    }

    /** What belongs to it. */
    public PayloadTooLargeData data() {
      return data;
    }
  }

  /** The accounts of this node have no such message. */
  public static final class MessageNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient MessageNotFoundData data;

    private MessageNotFound(String message, JsonObject error, MessageNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static MessageNotFound of(String message, JsonObject error, Object data) {
      return new MessageNotFound(message, error, MessageNotFoundData.read(data));
    }

    /** What belongs to it. */
    public MessageNotFoundData data() {
      return data;
    }
  }

  /** The account cannot read the payload: it is not for it. */
  public static final class NotForAccount extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NotForAccountData data;

    private NotForAccount(String message, JsonObject error, NotForAccountData data) {
      super(message, error);
      this.data = data;
    }

    static NotForAccount of(String message, JsonObject error, Object data) {
      return new NotForAccount(message, error, NotForAccountData.read(data));
    }

    /** What belongs to it. */
    public NotForAccountData data() {
      return data;
    }
  }

  /** No validator with this key or id is registered. */
  public static final class UnknownValidator extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient UnknownValidatorData data;

    private UnknownValidator(String message, JsonObject error, UnknownValidatorData data) {
      super(message, error);
      this.data = data;
    }

    static UnknownValidator of(String message, JsonObject error, Object data) {
      return new UnknownValidator(message, error, UnknownValidatorData.read(data));
    }

    /** What belongs to it. */
    public UnknownValidatorData data() {
      return data;
    }
  }

  /** The account has no stake of this id. */
  public static final class UnknownStake extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient UnknownStakeData data;

    private UnknownStake(String message, JsonObject error, UnknownStakeData data) {
      super(message, error);
      this.data = data;
    }

    static UnknownStake of(String message, JsonObject error, Object data) {
      return new UnknownStake(message, error, UnknownStakeData.read(data));
    }

    /** What belongs to it. */
    public UnknownStakeData data() {
      return data;
    }
  }

  /**
   * Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays,
   * or of what is taken out; {@code of} says which.
   */
  public static final class BelowMinimum extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient BelowMinimumData data;

    private BelowMinimum(String message, JsonObject error, BelowMinimumData data) {
      super(message, error);
      this.data = data;
    }

    static BelowMinimum of(String message, JsonObject error, Object data) {
      return new BelowMinimum(message, error, BelowMinimumData.read(data));
    }

    /** What belongs to it. */
    public BelowMinimumData data() {
      return data;
    }
  }

  /** All of the stake is on its way out already. The wallet withdraws it when it is released. */
  public static final class StakeLocked extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient StakeLockedData data;

    private StakeLocked(String message, JsonObject error, StakeLockedData data) {
      super(message, error);
      this.data = data;
    }

    static StakeLocked of(String message, JsonObject error, Object data) {
      return new StakeLocked(message, error, StakeLockedData.read(data));
    }

    /** What belongs to it. */
    public StakeLockedData data() {
      return data;
    }
  }

  /**
   * Its validator contradicted itself; what is left may be taken out when the unbonding time is
   * over.
   */
  public static final class StakeFrozen extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient StakeFrozenData data;

    private StakeFrozen(String message, JsonObject error, StakeFrozenData data) {
      super(message, error);
      this.data = data;
    }

    static StakeFrozen of(String message, JsonObject error, Object data) {
      return new StakeFrozen(message, error, StakeFrozenData.read(data));
    }

    /** What belongs to it. */
    public StakeFrozenData data() {
      return data;
    }
  }

  /** Try again when it is final. */
  public static final class StakeBusy extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient StakeBusyData data;

    private StakeBusy(String message, JsonObject error, StakeBusyData data) {
      super(message, error);
      this.data = data;
    }

    static StakeBusy of(String message, JsonObject error, Object data) {
      return new StakeBusy(message, error, StakeBusyData.read(data));
    }

    /** What belongs to it. */
    public StakeBusyData data() {
      return data;
    }
  }

  /** More was asked for than the stake is worth. */
  public static final class InsufficientStake extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InsufficientStakeData data;

    private InsufficientStake(String message, JsonObject error, InsufficientStakeData data) {
      super(message, error);
      this.data = data;
    }

    static InsufficientStake of(String message, JsonObject error, Object data) {
      return new InsufficientStake(message, error, InsufficientStakeData.read(data));
    }

    /** What belongs to it. */
    public InsufficientStakeData data() {
      return data;
    }
  }

  /** The node has no validator key: name a validator. */
  public static final class NoValidator extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NoValidatorData data;

    private NoValidator(String message, JsonObject error, NoValidatorData data) {
      super(message, error);
      this.data = data;
    }

    static NoValidator of(String message, JsonObject error, Object data) {
      return new NoValidator(message, error, NoValidatorData.read(data));
    }

    /** What belongs to it. */
    public NoValidatorData data() {
      return data;
    }
  }

  /** It is leaving or frozen. */
  public static final class ValidatorClosed extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ValidatorClosedData data;

    private ValidatorClosed(String message, JsonObject error, ValidatorClosedData data) {
      super(message, error);
      this.data = data;
    }

    static ValidatorClosed of(String message, JsonObject error, Object data) {
      return new ValidatorClosed(message, error, ValidatorClosedData.read(data));
    }

    /** What belongs to it. */
    public ValidatorClosedData data() {
      return data;
    }
  }

  /** The account is not the operator of this validator. */
  public static final class NotOperator extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NotOperatorData data;

    private NotOperator(String message, JsonObject error, NotOperatorData data) {
      super(message, error);
      this.data = data;
    }

    static NotOperator of(String message, JsonObject error, Object data) {
      return new NotOperator(message, error, NotOperatorData.read(data));
    }

    /** What belongs to it. */
    public NotOperatorData data() {
      return data;
    }
  }

  /**
   * The operation breaks a rule of staking; {@code rule} names it, {@code explanation} says what
   * it asks for.
   */
  public static final class StakeRefused extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient StakeRefusedData data;

    private StakeRefused(String message, JsonObject error, StakeRefusedData data) {
      super(message, error);
      this.data = data;
    }

    static StakeRefused of(String message, JsonObject error, Object data) {
      return new StakeRefused(message, error, StakeRefusedData.read(data));
    }

    /** What belongs to it. */
    public StakeRefusedData data() {
      return data;
    }
  }

  /**
   * Only one of the two can be in the chain. Try again when the other is final, or has been
   * dropped.
   */
  public static final class StakeClaimed extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient StakeClaimedData data;

    private StakeClaimed(String message, JsonObject error, StakeClaimedData data) {
      super(message, error);
      this.data = data;
    }

    static StakeClaimed of(String message, JsonObject error, Object data) {
      return new StakeClaimed(message, error, StakeClaimedData.read(data));
    }

    /** What belongs to it. */
    public StakeClaimedData data() {
      return data;
    }
  }

  /** All of it was taken out before. */
  public static final class StakeWithdrawn extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient StakeWithdrawnData data;

    private StakeWithdrawn(String message, JsonObject error, StakeWithdrawnData data) {
      super(message, error);
      this.data = data;
    }

    static StakeWithdrawn of(String message, JsonObject error, Object data) {
      return new StakeWithdrawn(message, error, StakeWithdrawnData.read(data));
    }

    /** What belongs to it. */
    public StakeWithdrawnData data() {
      return data;
    }
  }

  /** No award is drawn at present, or its draw has no seed yet: see stake.award. */
  public static final class NoDraw extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient NoDrawData data;

    private NoDraw(String message, JsonObject error, NoDrawData data) {
      super(message, error);
      this.data = data;
    }

    static NoDraw of(String message, JsonObject error, Object data) {
      return new NoDraw(message, error, NoDrawData.read(data));
    }

    /** What belongs to it. */
    public NoDrawData data() {
      return data;
    }
  }

  /**
   * The node has not worked out the delay of the draw. Ask again, or, where {@code proving} is
   * false, start the node with {@code --award-prover on}.
   */
  public static final class ProofNotReady extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ProofNotReadyData data;

    private ProofNotReady(String message, JsonObject error, ProofNotReadyData data) {
      super(message, error);
      this.data = data;
    }

    static ProofNotReady of(String message, JsonObject error, Object data) {
      return new ProofNotReady(message, error, ProofNotReadyData.read(data));
    }

    /** What belongs to it. */
    public ProofNotReadyData data() {
      return data;
    }
  }

  /** The proof is not one for the seed of the draw that waits. */
  public static final class InvalidAwardProof extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidAwardProofData data;

    private InvalidAwardProof(String message, JsonObject error, InvalidAwardProofData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidAwardProof of(String message, JsonObject error, Object data) {
      return new InvalidAwardProof(message, error, InvalidAwardProofData.read(data));
    }

    /** What belongs to it. */
    public InvalidAwardProofData data() {
      return data;
    }
  }

  /** No token was given, or one this node does not know. */
  public static final class Unauthorized extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient UnauthorizedData data;

    private Unauthorized(String message, JsonObject error, UnauthorizedData data) {
      super(message, error);
      this.data = data;
    }

    static Unauthorized of(String message, JsonObject error, Object data) {
      return new Unauthorized(message, error, UnauthorizedData.read(data));
    }

    /** What belongs to it. */
    public UnauthorizedData data() {
      return data;
    }
  }

  /** The token lacks the scope of the method. */
  public static final class ScopeMissing extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ScopeMissingData data;

    private ScopeMissing(String message, JsonObject error, ScopeMissingData data) {
      super(message, error);
      this.data = data;
    }

    static ScopeMissing of(String message, JsonObject error, Object data) {
      return new ScopeMissing(message, error, ScopeMissingData.read(data));
    }

    /** What belongs to it. */
    public ScopeMissingData data() {
      return data;
    }
  }

  /** Wait as long as {@code retryAfter} says. */
  public static final class RateLimited extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient RateLimitedData data;

    private RateLimited(String message, JsonObject error, RateLimitedData data) {
      super(message, error);
      this.data = data;
    }

    static RateLimited of(String message, JsonObject error, Object data) {
      return new RateLimited(message, error, RateLimitedData.read(data));
    }

    /** What belongs to it. */
    public RateLimitedData data() {
      return data;
    }
  }

  /**
   * The Host or the Origin of the request is not one this node serves (a guard against DNS
   * rebinding).
   */
  public static final class HostNotAllowed extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient HostNotAllowedData data;

    private HostNotAllowed(String message, JsonObject error, HostNotAllowedData data) {
      super(message, error);
      this.data = data;
    }

    static HostNotAllowed of(String message, JsonObject error, Object data) {
      return new HostNotAllowed(message, error, HostNotAllowedData.read(data));
    }

    /** What belongs to it. */
    public HostNotAllowedData data() {
      return data;
    }
  }

  /** The time the token was made for is over. Ask its maker for another one. */
  public static final class TokenExpired extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient TokenExpiredData data;

    private TokenExpired(String message, JsonObject error, TokenExpiredData data) {
      super(message, error);
      this.data = data;
    }

    static TokenExpired of(String message, JsonObject error, Object data) {
      return new TokenExpired(message, error, TokenExpiredData.read(data));
    }

    /** What belongs to it. */
    public TokenExpiredData data() {
      return data;
    }
  }

  /** Somebody revoked the token, or the one it was made with. */
  public static final class TokenRevoked extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient TokenRevokedData data;

    private TokenRevoked(String message, JsonObject error, TokenRevokedData data) {
      super(message, error);
      this.data = data;
    }

    static TokenRevoked of(String message, JsonObject error, Object data) {
      return new TokenRevoked(message, error, TokenRevokedData.read(data));
    }

    /** What belongs to it. */
    public TokenRevokedData data() {
      return data;
    }
  }

  /** The token has the scope, but is narrowed to methods among which this one is not. */
  public static final class MethodNotAllowed extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient MethodNotAllowedData data;

    private MethodNotAllowed(String message, JsonObject error, MethodNotAllowedData data) {
      super(message, error);
      this.data = data;
    }

    static MethodNotAllowed of(String message, JsonObject error, Object data) {
      return new MethodNotAllowed(message, error, MethodNotAllowedData.read(data));
    }

    /** What belongs to it. */
    public MethodNotAllowedData data() {
      return data;
    }
  }

  /**
   * The token is narrowed to accounts. Either the account is not one of them, whether or not it
   * exists, or the method is about all accounts.
   */
  public static final class AccountNotAllowed extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient AccountNotAllowedData data;

    private AccountNotAllowed(String message, JsonObject error, AccountNotAllowedData data) {
      super(message, error);
      this.data = data;
    }

    static AccountNotAllowed of(String message, JsonObject error, Object data) {
      return new AccountNotAllowed(message, error, AccountNotAllowedData.read(data));
    }

    /** What belongs to it. */
    public AccountNotAllowedData data() {
      return data;
    }
  }

  /**
   * Amount and fee are more than is left of what the token may move in this time. Nothing was
   * made. Repeating does not help before {@code freeAt}.
   */
  public static final class OverBudget extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient OverBudgetData data;

    private OverBudget(String message, JsonObject error, OverBudgetData data) {
      super(message, error);
      this.data = data;
    }

    static OverBudget of(String message, JsonObject error, Object data) {
      return new OverBudget(message, error, OverBudgetData.read(data));
    }

    /** What belongs to it. */
    public OverBudgetData data() {
      return data;
    }
  }

  /**
   * The node has no token of that id. The owner's cannot be revoked: remove its file, and start
   * the node anew.
   */
  public static final class TokenNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient TokenNotFoundData data;

    private TokenNotFound(String message, JsonObject error, TokenNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static TokenNotFound of(String message, JsonObject error, Object data) {
      return new TokenNotFound(message, error, TokenNotFoundData.read(data));
    }

    /** What belongs to it. */
    public TokenNotFoundData data() {
      return data;
    }
  }

  /** The node keeps no more active tokens. Revoke some. */
  public static final class TooManyTokens extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient TooManyTokensData data;

    private TooManyTokens(String message, JsonObject error, TooManyTokensData data) {
      super(message, error);
      this.data = data;
    }

    static TooManyTokens of(String message, JsonObject error, Object data) {
      return new TooManyTokens(message, error, TooManyTokensData.read(data));
    }

    /** What belongs to it. */
    public TooManyTokensData data() {
      return data;
    }
  }

  /** The cursor is not one this node gave for this list or stream. */
  public static final class InvalidCursor extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient InvalidCursorData data;

    private InvalidCursor(String message, JsonObject error, InvalidCursorData data) {
      super(message, error);
      this.data = data;
    }

    static InvalidCursor of(String message, JsonObject error, Object data) {
      return new InvalidCursor(message, error, InvalidCursorData.read(data));
    }

    /** What belongs to it. */
    public InvalidCursorData data() {
      return data;
    }
  }

  /** Events after the cursor are no longer kept. Read the lists and subscribe anew. */
  public static final class CursorExpired extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient CursorExpiredData data;

    private CursorExpired(String message, JsonObject error, CursorExpiredData data) {
      super(message, error);
      this.data = data;
    }

    static CursorExpired of(String message, JsonObject error, Object data) {
      return new CursorExpired(message, error, CursorExpiredData.read(data));
    }

    /** What belongs to it. */
    public CursorExpiredData data() {
      return data;
    }
  }

  /** Connect to /ws to subscribe. */
  public static final class WebsocketRequired extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient WebsocketRequiredData data;

    private WebsocketRequired(String message, JsonObject error, WebsocketRequiredData data) {
      super(message, error);
      this.data = data;
    }

    static WebsocketRequired of(String message, JsonObject error, Object data) {
      return new WebsocketRequired(message, error, WebsocketRequiredData.read(data));
    }

    /** What belongs to it. */
    public WebsocketRequiredData data() {
      return data;
    }
  }

  /** The connection has as many subscriptions as it may. */
  public static final class TooManySubscriptions extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient TooManySubscriptionsData data;

    private TooManySubscriptions(String message, JsonObject error, TooManySubscriptionsData data) {
      super(message, error);
      this.data = data;
    }

    static TooManySubscriptions of(String message, JsonObject error, Object data) {
      return new TooManySubscriptions(message, error, TooManySubscriptionsData.read(data));
    }

    /** What belongs to it. */
    public TooManySubscriptionsData data() {
      return data;
    }
  }

  /** This connection has no such subscription. */
  public static final class SubscriptionNotFound extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient SubscriptionNotFoundData data;

    private SubscriptionNotFound(String message, JsonObject error, SubscriptionNotFoundData data) {
      super(message, error);
      this.data = data;
    }

    static SubscriptionNotFound of(String message, JsonObject error, Object data) {
      return new SubscriptionNotFound(message, error, SubscriptionNotFoundData.read(data));
    }

    /** What belongs to it. */
    public SubscriptionNotFoundData data() {
      return data;
    }
  }
}
