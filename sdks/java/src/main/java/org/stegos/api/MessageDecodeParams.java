// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code message.decode}: Read the payload of one output.
 * @param accountId The account.
 * @param outputId The output.
 */
public record MessageDecodeParams(
    AccountId accountId,
    OutputId outputId) {
  /** With what is required. */
  public static MessageDecodeParams of(AccountId accountId, OutputId outputId) {
    return new MessageDecodeParams(accountId, outputId);
  }

  /** Reads one from JSON. */
  public static MessageDecodeParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageDecodeParams(
        in.required("accountId", AccountId::read),
        in.required("outputId", OutputId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("outputId", outputId, OutputId::write)
        .fields();
  }
}
