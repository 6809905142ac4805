// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Payments that are stored, in the order of the request.
 * @param payments The payments.
 */
public record PaymentsSent(
    List<PaymentQueued> payments) {

  /** Reads one from JSON. */
  public static PaymentsSent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentsSent(
        in.required("payments", Json.list(PaymentQueued::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("payments", payments, Json.array(PaymentQueued::write))
        .fields();
  }
}
