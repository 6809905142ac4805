// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A call that changed something, revealed a key, or was refused for lack of rights. No parameters,
 * texts or secrets are kept.
 * @param time A time, RFC 3339 in UTC with milliseconds.
 * @param tokenId The id of a token: no secret, and not the token itself. {@code owner} stands for
 * the one in {@code api.token}.
 * @param tokenName Its name at the time.
 * @param method The method that was called.
 * @param accountId The account it was about, if it named one.
 * @param outcome {@code ok}, or the symbol of the error.
 * @param count How many refused calls alike, in short order, the entry stands for.
 * @param keyHash Hash of the idempotency key, to find the call by it: the same for the same key on
 * this node.
 * @param spent What it took out of accounts: amount and fee.
 * @param ids What it made or changed; at most 200.
 */
public record AuditEntry(
    Instant time,
    TokenId tokenId,
    String tokenName,
    String method,
    Optional<AccountId> accountId,
    String outcome,
    long count,
    Optional<String> keyHash,
    Optional<Amount> spent,
    List<AuditId> ids) {

  /** Reads one from JSON. */
  public static AuditEntry read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AuditEntry(
        in.required("time", Json::instant),
        in.required("tokenId", TokenId::read),
        in.required("tokenName", Json::string),
        in.required("method", Json::string),
        in.optional("accountId", AccountId::read),
        in.required("outcome", Json::string),
        in.required("count", Json::integer),
        in.optional("keyHash", Json::string),
        in.optional("spent", Amount::read),
        in.required("ids", Json.list(AuditId::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("time", time, Json::text)
        .put("tokenId", tokenId, TokenId::write)
        .put("tokenName", tokenName, Json::same)
        .put("method", method, Json::same)
        .putOptional("accountId", accountId, AccountId::write)
        .put("outcome", outcome, Json::same)
        .put("count", count, Json::same)
        .putOptional("keyHash", keyHash, Json::same)
        .putOptional("spent", spent, Amount::write)
        .put("ids", ids, Json.array(AuditId::write))
        .fields();
  }
}
