// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A stake of an account.
 * @param stakeId What names a stake of an account from its deposit to the end of its withdrawal,
 * and again after the account is recovered from its phrase; lower-case hex. An operator's own
 * stake has the id of its validator.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param type {@code deposit}: staked with a validator. {@code own}: an operator's own stake in
 * its validator. {@code award}: a prize of the award. {@code bounty}: what the award paid for the
 * proof of its delay. {@code bond}: what came back of the bond that goes with evidence. The last
 * three are not staked: they are money that waits until {@code stake.withdraw} takes it out, which
 * the wallet never does by itself.
 * @param period Of {@code award} and {@code bounty}: the award period.
 * @param status Where a stake stands. {@code created}: the deposit is stored. {@code broadcast}:
 * it is handed to the network. {@code active}: it is staked, and earns if its {@code validator} is
 * in the set. {@code frozen}: its validator contradicted itself; what is left may be taken out
 * when the unbonding time is over. {@code unbonding}: all of it is on its way out. {@code
 * withdrawable}: it is released. {@code withdrawn}: all of it was taken. {@code rejected}: the
 * deposit will never be in a block; its coins are free again.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param validatorKey Absent when the validator is gone.
 * @param validator Of what is staked, in stake.get and stake.list; events do not have it.
 * @param amount What the staked part is worth now: it grows by rewards at the end of each epoch,
 * and shrinks by slashing. Until the end of the epoch of its deposit it is a little less than what
 * was paid, since the price includes what the stake before it can earn in that epoch.
 * @param leaving Parts on their way out, the first to be released first. What is released and not
 * yet taken comes before what still waits.
 * @param pending An operation of a stake that is not final.
 * @param createdAt When this node stored the deposit; absent for what was restored from the
 * phrase.
 * @param reason When rejected.
 * @param refused The last operation on a stake that failed: it will never be in a block, and left
 * the stake as it was. It stays to be seen when later ones succeed. This node alone knows of it,
 * not the chain: an account that is restored from its phrase does not have it, and account.history
 * does not, which tells what is final.
 */
public record Stake(
    StakeId stakeId,
    AccountId accountId,
    StakeType type,
    Optional<Long> period,
    StakeStatus status,
    ValidatorId validatorId,
    Optional<ValidatorKey> validatorKey,
    Optional<StakeValidator> validator,
    Amount amount,
    List<Leaving> leaving,
    Optional<PendingOperation> pending,
    Optional<Instant> createdAt,
    Optional<RejectReason> reason,
    Optional<RefusedOperation> refused) {

  /** Reads one from JSON. */
  public static Stake read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Stake(
        in.required("stakeId", StakeId::read),
        in.required("accountId", AccountId::read),
        in.required("type", StakeType::read),
        in.optional("period", Json::integer),
        in.required("status", StakeStatus::read),
        in.required("validatorId", ValidatorId::read),
        in.optional("validatorKey", ValidatorKey::read),
        in.optional("validator", StakeValidator::read),
        in.required("amount", Amount::read),
        in.required("leaving", Json.list(Leaving::read)),
        in.optional("pending", PendingOperation::read),
        in.optional("createdAt", Json::instant),
        in.optional("reason", RejectReason::read),
        in.optional("refused", RefusedOperation::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("stakeId", stakeId, StakeId::write)
        .put("accountId", accountId, AccountId::write)
        .put("type", type, StakeType::write)
        .putOptional("period", period, Json::same)
        .put("status", status, StakeStatus::write)
        .put("validatorId", validatorId, ValidatorId::write)
        .putOptional("validatorKey", validatorKey, ValidatorKey::write)
        .putOptional("validator", validator, StakeValidator::write)
        .put("amount", amount, Amount::write)
        .put("leaving", leaving, Json.array(Leaving::write))
        .putOptional("pending", pending, PendingOperation::write)
        .putOptional("createdAt", createdAt, Json::text)
        .putOptional("reason", reason, RejectReason::write)
        .putOptional("refused", refused, RefusedOperation::write)
        .fields();
  }
}
