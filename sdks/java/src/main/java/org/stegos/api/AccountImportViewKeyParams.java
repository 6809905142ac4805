// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.importViewKey}: Follow an account by its view key.
 * @param viewKey The view key.
 * @param name A name for people.
 * @param from Where to begin to read; genesis when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountImportViewKeyParams(
    ViewKey viewKey,
    Optional<String> name,
    Optional<Long> from,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static AccountImportViewKeyParams of(ViewKey viewKey) {
    return new AccountImportViewKeyParams(viewKey, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A name for people. */
  public AccountImportViewKeyParams name(String name) {
    return new AccountImportViewKeyParams(viewKey, Optional.of(name), from, idempotencyKey);
  }

  /** Where to begin to read; genesis when absent. */
  public AccountImportViewKeyParams from(long from) {
    return new AccountImportViewKeyParams(viewKey, name, Optional.of(from), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountImportViewKeyParams idempotencyKey(String idempotencyKey) {
    return new AccountImportViewKeyParams(viewKey, name, from, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountImportViewKeyParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountImportViewKeyParams(
        in.required("viewKey", ViewKey::read),
        in.optional("name", Json::string),
        in.optional("from", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("viewKey", viewKey, ViewKey::write)
        .putOptional("name", name, Json::same)
        .putOptional("from", from, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
