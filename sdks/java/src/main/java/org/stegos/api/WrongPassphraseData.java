// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The passphrase does not open the key file, which is in order; or one is needed and none was
 * given.
 * @param retryable Whether the same call may succeed later.
 */
public record WrongPassphraseData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static WrongPassphraseData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new WrongPassphraseData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
