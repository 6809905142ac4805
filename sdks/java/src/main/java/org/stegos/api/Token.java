// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A token, without its secret.
 * @param tokenId The id of a token: no secret, and not the token itself. {@code owner} stands for
 * the one in {@code api.token}.
 * @param name A name for people, which the audit log shows.
 * @param scopes What it is for.
 * @param methods The methods it may call; absent: all that its scopes allow.
 * @param accounts The accounts it knows; absent: all.
 * @param budget What a token may move out of accounts, amounts and fees together, in any span of
 * time of this length.
 * @param spent What counts against the budget now.
 * @param rate Calls a second; absent: as many as the node allows anybody.
 * @param expiresAt From then on it is worthless; absent: never.
 * @param createdAt A time, RFC 3339 in UTC with milliseconds.
 * @param parent The token it was made with: what narrows that one narrows this one, and it ends
 * with it. Absent for those made by the owner.
 * @param status {@code active}: it may be used. {@code expired}: its time is over. {@code
 * revoked}: it was revoked, or the one it was made with.
 * @param endedAt When it was revoked or expired.
 */
public record Token(
    TokenId tokenId,
    String name,
    List<Scope> scopes,
    Optional<List<String>> methods,
    Optional<List<AccountId>> accounts,
    Optional<TokenBudget> budget,
    Optional<Amount> spent,
    Optional<Long> rate,
    Optional<Instant> expiresAt,
    Instant createdAt,
    Optional<TokenId> parent,
    TokenStatus status,
    Optional<Instant> endedAt) {

  /** Reads one from JSON. */
  public static Token read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Token(
        in.required("tokenId", TokenId::read),
        in.required("name", Json::string),
        in.required("scopes", Json.list(Scope::read)),
        in.optional("methods", Json.list(Json::string)),
        in.optional("accounts", Json.list(AccountId::read)),
        in.optional("budget", TokenBudget::read),
        in.optional("spent", Amount::read),
        in.optional("rate", Json::integer),
        in.optional("expiresAt", Json::instant),
        in.required("createdAt", Json::instant),
        in.optional("parent", TokenId::read),
        in.required("status", TokenStatus::read),
        in.optional("endedAt", Json::instant));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("tokenId", tokenId, TokenId::write)
        .put("name", name, Json::same)
        .put("scopes", scopes, Json.array(Scope::write))
        .putOptional("methods", methods, Json.array(Json::same))
        .putOptional("accounts", accounts, Json.array(AccountId::write))
        .putOptional("budget", budget, TokenBudget::write)
        .putOptional("spent", spent, Amount::write)
        .putOptional("rate", rate, Json::same)
        .putOptional("expiresAt", expiresAt, Json::text)
        .put("createdAt", createdAt, Json::text)
        .putOptional("parent", parent, TokenId::write)
        .put("status", status, TokenStatus::write)
        .putOptional("endedAt", endedAt, Json::text)
        .fields();
  }
}
