// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A part of a stake that is on its way out. It earns nothing, and still answers for what its
 * validator signed while it counted, and for the validator's silence in the epoch in which it
 * left.
 * @param amount What it is worth as of now: what its validator's silence costs is taken off at
 * once, what a contradiction costs when it is released.
 * @param releaseEpoch The first epoch in which it may be withdrawn.
 * @param releaseHeight The first block that may carry the withdrawal.
 * @param estimatedRelease When that will be, if blocks come at their target interval; absent once
 * it is released, and in events.
 * @param status {@code unbonding}: it waits. {@code frozen}: its validator contradicted itself,
 * and it waits for the verdict. {@code withdrawable}: it may be withdrawn; the wallet does that by
 * itself as soon as the account is unlocked, unless it is an {@code award}, a {@code bounty} or a
 * {@code bond}, or hardly worth the fee.
 */
public record Leaving(
    Amount amount,
    long releaseEpoch,
    long releaseHeight,
    Optional<Instant> estimatedRelease,
    LeavingStatus status) {

  /** Reads one from JSON. */
  public static Leaving read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Leaving(
        in.required("amount", Amount::read),
        in.required("releaseEpoch", Json::integer),
        in.required("releaseHeight", Json::integer),
        in.optional("estimatedRelease", Json::instant),
        in.required("status", LeavingStatus::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("amount", amount, Amount::write)
        .put("releaseEpoch", releaseEpoch, Json::same)
        .put("releaseHeight", releaseHeight, Json::same)
        .putOptional("estimatedRelease", estimatedRelease, Json::text)
        .put("status", status, LeavingStatus::write)
        .fields();
  }
}
