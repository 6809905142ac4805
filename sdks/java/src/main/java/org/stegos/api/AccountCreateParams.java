// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.create}: Make an account.
 * @param name A name for people.
 * @param passphrase Encrypts the key file.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountCreateParams(
    Optional<String> name,
    Optional<Passphrase> passphrase,
    Optional<String> idempotencyKey) {
  /** Without anything, which is enough. */
  public static AccountCreateParams of() {
    return new AccountCreateParams(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A name for people. */
  public AccountCreateParams name(String name) {
    return new AccountCreateParams(Optional.of(name), passphrase, idempotencyKey);
  }

  /** Encrypts the key file. */
  public AccountCreateParams passphrase(Passphrase passphrase) {
    return new AccountCreateParams(name, Optional.of(passphrase), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountCreateParams idempotencyKey(String idempotencyKey) {
    return new AccountCreateParams(name, passphrase, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountCreateParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountCreateParams(
        in.optional("name", Json::string),
        in.optional("passphrase", Passphrase::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("name", name, Json::same)
        .putOptional("passphrase", passphrase, Passphrase::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
