// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code token.create}: Make a token.
 * @param name For people.
 * @param scopes What it is for. The caller's token must have all of them.
 * @param methods The only methods it may call, beside {@code node.version}. Absent: all that its
 * scopes allow.
 * @param accounts The only accounts it may know of, which are on the node. Absent: all, also those
 * made later.
 * @param budget What it may move out of accounts at most.
 * @param rate Calls a second it may make, on average.
 * @param expiresAt When it ends, if it is not revoked before.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record TokenCreateParams(
    String name,
    List<Scope> scopes,
    Optional<List<String>> methods,
    Optional<List<AccountId>> accounts,
    Optional<TokenBudget> budget,
    Optional<Long> rate,
    Optional<Instant> expiresAt,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static TokenCreateParams of(String name, List<Scope> scopes) {
    return new TokenCreateParams(name, scopes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The only methods it may call, beside {@code node.version}. Absent: all that its scopes allow. */
  public TokenCreateParams methods(List<String> methods) {
    return new TokenCreateParams(name, scopes, Optional.of(methods), accounts, budget, rate, expiresAt, idempotencyKey);
  }

  /** The only accounts it may know of, which are on the node. Absent: all, also those made later. */
  public TokenCreateParams accounts(List<AccountId> accounts) {
    return new TokenCreateParams(name, scopes, methods, Optional.of(accounts), budget, rate, expiresAt, idempotencyKey);
  }

  /** What it may move out of accounts at most. */
  public TokenCreateParams budget(TokenBudget budget) {
    return new TokenCreateParams(name, scopes, methods, accounts, Optional.of(budget), rate, expiresAt, idempotencyKey);
  }

  /** Calls a second it may make, on average. */
  public TokenCreateParams rate(long rate) {
    return new TokenCreateParams(name, scopes, methods, accounts, budget, Optional.of(rate), expiresAt, idempotencyKey);
  }

  /** When it ends, if it is not revoked before. */
  public TokenCreateParams expiresAt(Instant expiresAt) {
    return new TokenCreateParams(name, scopes, methods, accounts, budget, rate, Optional.of(expiresAt), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public TokenCreateParams idempotencyKey(String idempotencyKey) {
    return new TokenCreateParams(name, scopes, methods, accounts, budget, rate, expiresAt, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static TokenCreateParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenCreateParams(
        in.required("name", Json::string),
        in.required("scopes", Json.list(Scope::read)),
        in.optional("methods", Json.list(Json::string)),
        in.optional("accounts", Json.list(AccountId::read)),
        in.optional("budget", TokenBudget::read),
        in.optional("rate", Json::integer),
        in.optional("expiresAt", Json::instant),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("name", name, Json::same)
        .put("scopes", scopes, Json.array(Scope::write))
        .putOptional("methods", methods, Json.array(Json::same))
        .putOptional("accounts", accounts, Json.array(AccountId::write))
        .putOptional("budget", budget, TokenBudget::write)
        .putOptional("rate", rate, Json::same)
        .putOptional("expiresAt", expiresAt, Json::text)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
