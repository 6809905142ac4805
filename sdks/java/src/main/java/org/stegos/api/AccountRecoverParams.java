// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.recover}: Restore an account from its phrase.
 * @param recoveryPhrase The 24 words.
 * @param name A name for people.
 * @param passphrase Encrypts the key file.
 * @param from Where to begin to read; genesis when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountRecoverParams(
    RecoveryPhrase recoveryPhrase,
    Optional<String> name,
    Optional<Passphrase> passphrase,
    Optional<Long> from,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static AccountRecoverParams of(RecoveryPhrase recoveryPhrase) {
    return new AccountRecoverParams(recoveryPhrase, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A name for people. */
  public AccountRecoverParams name(String name) {
    return new AccountRecoverParams(recoveryPhrase, Optional.of(name), passphrase, from, idempotencyKey);
  }

  /** Encrypts the key file. */
  public AccountRecoverParams passphrase(Passphrase passphrase) {
    return new AccountRecoverParams(recoveryPhrase, name, Optional.of(passphrase), from, idempotencyKey);
  }

  /** Where to begin to read; genesis when absent. */
  public AccountRecoverParams from(long from) {
    return new AccountRecoverParams(recoveryPhrase, name, passphrase, Optional.of(from), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountRecoverParams idempotencyKey(String idempotencyKey) {
    return new AccountRecoverParams(recoveryPhrase, name, passphrase, from, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountRecoverParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountRecoverParams(
        in.required("recoveryPhrase", RecoveryPhrase::read),
        in.optional("name", Json::string),
        in.optional("passphrase", Passphrase::read),
        in.optional("from", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("recoveryPhrase", recoveryPhrase, RecoveryPhrase::write)
        .putOptional("name", name, Json::same)
        .putOptional("passphrase", passphrase, Passphrase::write)
        .putOptional("from", from, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
