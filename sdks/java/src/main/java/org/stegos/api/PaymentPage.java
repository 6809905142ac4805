// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.Page;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A page of payments.
 * @param items The payments of this page.
 * @param next Pass it as {@code cursor} to go on after this page; it stays good when {@code
 * complete} is true, and then leads to what has been added since.
 * @param complete True when nothing more exists now.
 */
public record PaymentPage(
    List<Payment> items,
    Cursor next,
    boolean complete) implements Page<Payment> {

  /** Reads one from JSON. */
  public static PaymentPage read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentPage(
        in.required("items", Json.list(Payment::read)),
        in.required("next", Cursor::read),
        in.required("complete", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("items", items, Json.array(Payment::write))
        .put("next", next, Cursor::write)
        .put("complete", complete, Json::same)
        .fields();
  }
}
